package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes to a case in its flow. */
public sealed interface ProcessInput {
  /**
   * Something happened that may move the case.
   *
   * @param by who did it; null for a customer, and for Switchboard itself
   * @param to to whom a case is handed over; null otherwise
   * @param at when; a moment after now counts as now
   */
  record Happened(Trigger trigger, @Nullable Actor by, @Nullable Actor to, Instant at)
      implements ProcessInput {}

  /** The case is offered to somebody. */
  record Offered(Actor to) implements ProcessInput {}

  /** Its holder pauses, and says on whom the case waits meanwhile. */
  record Paused(Actor by, WaitingOn on) implements ProcessInput {}

  record Resumed(Actor by) implements ProcessInput {}

  /** Nothing has happened but time. */
  record Looked() implements ProcessInput {}

  static Happened happened(Trigger trigger, @Nullable Actor by, Instant at) {
    return new Happened(trigger, by, null, at);
  }
}
