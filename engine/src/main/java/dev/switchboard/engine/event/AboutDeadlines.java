package dev.switchboard.engine.event;

import java.time.Instant;

/**
 * What becomes of the deadlines of a case. {@code deadline} names which; times that are left, or
 * over, are business time in seconds.
 */
public sealed interface AboutDeadlines extends Event {
  record Started(String deadline, Instant due) implements AboutDeadlines {}

  /** It rests. */
  record Paused(String deadline, long left) implements AboutDeadlines {}

  record Resumed(String deadline, Instant due) implements AboutDeadlines {}

  /** It will not be met as things go; {@code needed} is what is thought to be needed. */
  record Foreseen(String deadline, Instant due, long left, long needed) implements AboutDeadlines {}

  /** A breach is foreseen no longer. */
  record OutOfDanger(String deadline) implements AboutDeadlines {}

  record Breached(String deadline, Instant due) implements AboutDeadlines {}

  record Met(String deadline, long left) implements AboutDeadlines {}

  /** What was due was done later than promised. */
  record EndedLate(String deadline, long over) implements AboutDeadlines {}

  /** Nobody waits for it any more. */
  record Dropped(String deadline) implements AboutDeadlines {}
}
