package dev.switchboard.channels;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a send ended. */
public sealed interface SendResult {
  /** It is out. */
  record Sent(String externalId, Instant at) implements SendResult {}

  /**
   * It surely did not go out.
   *
   * @param retryAfter how long to wait before another try, or null if trying again cannot help
   */
  record NotSent(String reason, @Nullable Duration retryAfter) implements SendResult {}

  /** It may have gone out: look it up before anything else, never send it again blindly. */
  record Unknown(String reason) implements SendResult {}
}
