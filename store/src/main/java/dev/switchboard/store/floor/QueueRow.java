package dev.switchboard.store.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Waiting cases that have one thing in common.
 *
 * @param by what they have in common
 * @param key a language as a BCP 47 tag, or a topic; null if nobody knows it of them
 * @param oldest when the customer asked who has waited longest
 */
public record QueueRow(By by, @Nullable String key, long cases, Instant oldest) {
  /** What queues are told apart by. */
  public enum By {
    LANGUAGE,
    TOPIC
  }
}
