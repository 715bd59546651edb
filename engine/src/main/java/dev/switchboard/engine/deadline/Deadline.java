package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * One deadline of a case that is not over.
 *
 * @param target the business time that it may take
 * @param used the business time that had passed at {@code since}
 * @param since since when it runs, or is paused
 * @param foreseen its breach is foreseen; stays true once it is breached
 * @param breached it is past
 */
public record Deadline(
    DeadlineKind kind,
    Duration target,
    Duration used,
    Instant since,
    boolean paused,
    boolean foreseen,
    boolean breached) {
  static Deadline from(DeadlineKind kind, Duration target, Instant at) {
    return new Deadline(kind, target, Duration.ZERO, at, false, false, false);
  }

  /** The business time that it has taken; what was counted once is not counted again. */
  public Duration usedAt(Instant now, BusinessHours hours) {
    return paused || !now.isAfter(since) ? used : used.plus(hours.businessTimeBetween(since, now));
  }

  /** The business time that is left; negative once it is past. */
  public Duration leftAt(Instant now, BusinessHours hours) {
    return target.minus(usedAt(now, hours));
  }

  /**
   * When so much business time will be left, if it goes on running, or would, if it ran on from
   * where it is paused; {@code since} if it was so already then.
   */
  public Instant whenLeft(Duration left, BusinessHours hours) {
    Duration until = target.minus(left).minus(used);
    return until.isNegative() ? since : hours.deadline(since, until);
  }

  /** When it is past, likewise. */
  public Instant dueAt(BusinessHours hours) {
    return whenLeft(Duration.ZERO, hours);
  }

  Deadline pausedAt(Instant at, BusinessHours hours) {
    return new Deadline(kind, target, usedAt(at, hours), later(at), true, breached, breached);
  }

  Deadline resumedAt(Instant at) {
    return new Deadline(kind, target, used, later(at), false, foreseen, breached);
  }

  private Instant later(Instant at) {
    return at.isAfter(since) ? at : since;
  }

  Deadline withForeseen(boolean now) {
    return new Deadline(kind, target, used, since, paused, now, breached);
  }

  Deadline past() {
    return new Deadline(kind, target, used, since, paused, true, true);
  }
}
