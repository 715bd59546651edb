package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a deadline. Of each: it starts; it may be paused and resumed; its breach may be
 * foreseen and that taken back, any number of times; then it is met, or dropped, or a foreseen
 * breach comes true, once, and it ends late.
 */
public sealed interface DeadlineDecision {
  DeadlineKind kind();

  record Started(DeadlineKind kind, Instant due) implements DeadlineDecision {}

  /** It rests. {@code left} is longer than nothing. */
  record Paused(DeadlineKind kind, Duration left) implements DeadlineDecision {}

  record Resumed(DeadlineKind kind, Instant due) implements DeadlineDecision {}

  /**
   * It will not be met as things go: an exception before the breach.
   *
   * @param left the business time that is left; zero if nobody looked in time
   * @param needed the business time that it is thought to take
   */
  record BreachForeseen(DeadlineKind kind, Instant due, Duration left, Duration needed)
      implements DeadlineDecision {}

  /** The breach is foreseen no longer: the queue moves faster, or the deadline rests or is met. */
  record ForesightTakenBack(DeadlineKind kind) implements DeadlineDecision {}

  /** It is past. A {@link BreachForeseen} stands before it that was not taken back. */
  record Breached(DeadlineKind kind, Instant due) implements DeadlineDecision {}

  /**
   * What was due was done before the target was used up. After a breach only if that is learned
   * late.
   *
   * @param left longer than nothing
   */
  record Met(DeadlineKind kind, Duration left) implements DeadlineDecision {}

  /** What was due was done, {@code over} later than promised; zero if at that very moment. */
  record EndedLate(DeadlineKind kind, Duration over) implements DeadlineDecision {}

  /** Nobody waits for it any more: the case was closed without an answer. */
  record Dropped(DeadlineKind kind) implements DeadlineDecision {}
}
