package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deadline of a case that is not over.
 *
 * @param target the business time that it may take
 * @param used the business time that had passed at {@code since}, or when it was paused
 * @param since since when it runs, or null while it is paused
 * @param foreseen its breach is foreseen; stays true once it is breached
 * @param breached it is past
 */
public record Deadline(
    DeadlineKind kind,
    Duration target,
    Duration used,
    @Nullable Instant since,
    boolean foreseen,
    boolean breached) {
  static Deadline from(DeadlineKind kind, Duration target, Instant at) {
    return new Deadline(kind, target, Duration.ZERO, at, false, false);
  }

  public boolean isPaused() {
    return since == null;
  }

  /** The business time that it has taken; never less than before it ran. */
  public Duration usedAt(Instant now, BusinessHours hours) {
    return since == null || !now.isAfter(since)
        ? used
        : used.plus(hours.businessTimeBetween(since, now));
  }

  /** The business time that is left; negative once it is past. */
  public Duration leftAt(Instant now, BusinessHours hours) {
    return target.minus(usedAt(now, hours));
  }

  /**
   * When so much business time will be left, if it goes on running.
   *
   * @return {@code since} if it was so already then; null while it is paused
   */
  public @Nullable Instant whenLeft(Duration left, BusinessHours hours) {
    if (since == null) {
      return null;
    }
    Duration until = target.minus(left).minus(used);
    return until.isNegative() ? since : hours.deadline(since, until);
  }

  /** When it is past, if it goes on running; null while it is paused. */
  public @Nullable Instant dueAt(BusinessHours hours) {
    return whenLeft(Duration.ZERO, hours);
  }

  Deadline pausedAt(Instant at, BusinessHours hours) {
    return new Deadline(kind, target, usedAt(at, hours), null, breached, breached);
  }

  Deadline resumedAt(Instant at) {
    return new Deadline(kind, target, used, at, foreseen, breached);
  }

  Deadline withForeseen(boolean now) {
    return new Deadline(kind, target, used, since, now, breached);
  }

  Deadline past() {
    return new Deadline(kind, target, used, since, true, true);
  }
}
