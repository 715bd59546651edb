package dev.switchboard.engine.people;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody says that they do, beside what was expected of them. Whoever says that they work
 * works, whatever the plan says; but a plan that has ended tells when somebody has forgotten to
 * leave.
 *
 * @param since when they said it
 */
public record Attendance(Presence said, Instant since, Roster roster) {
  /** Shifts that follow one upon the other without a break are one, up to so many. */
  private static final int MAX_SHIFTS_ON_END = 7;

  /**
   * The end of the shift within which, or before which, they said that they work; from then on they
   * may have forgotten to leave. Empty if they don't work, or no shift of theirs is known.
   */
  public Optional<Instant> shiftEnd() {
    return said == Presence.WORKING
        ? roster.findCurrent(since).or(() -> roster.findNext(since)).map(this::end)
        : Optional.empty();
  }

  private Instant end(Shift.Span first) {
    Instant end = first.to();
    for (int i = 0; i < MAX_SHIFTS_ON_END; i++) {
      Optional<Shift.Span> next = roster.findCurrent(end);
      if (next.isEmpty()) {
        return end;
      }
      end = next.get().to();
    }
    return end;
  }
}
