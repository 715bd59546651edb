package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case for which somebody is to be found. That it has no place for an author's reach is on
 * purpose: the quiet wait no longer than the loud.
 *
 * @param since when the customer began to wait
 * @param target until when they should be answered; after {@code since}
 * @param handling how long such a case keeps a person, as far as is known; positive
 * @param previous who answered this customer last; null if nobody has
 */
public record WaitingCase(
    long id,
    Needs needs,
    Instant since,
    Instant target,
    Duration handling,
    @Nullable Previous previous) {

  /** Who answered last, and when. */
  public record Previous(String agent, Instant at) {}

  public WaitingCase {
    if (!target.isAfter(since)) {
      throw new IllegalArgumentException(
          "the target of case %d, %s, must be after %s, since when it waits"
              .formatted(id, target, since));
    }
    if (!handling.isPositive()) {
      throw new IllegalArgumentException("the handling time of case " + id + " must be positive");
    }
  }

  /** From the beginning of the wait to the target. */
  public Duration allowed() {
    return Duration.between(since, target);
  }
}
