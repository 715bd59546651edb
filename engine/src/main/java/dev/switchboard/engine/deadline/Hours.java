package dev.switchboard.engine.deadline;

import dev.switchboard.engine.people.Shift;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of one date, by the clock on the wall; where clocks change, as a {@link Shift} of a person.
 *
 * @param from the minute at which they begin
 * @param to the minute at which they end: on the next day, unless it is later than {@code from}
 */
public record Hours(LocalTime from, LocalTime to) {
  public Hours {
    if (from.getSecond() != 0 || from.getNano() != 0 || to.getSecond() != 0 || to.getNano() != 0) {
      throw new IllegalArgumentException("business hours begin and end on a full minute");
    }
  }

  Shift.Span on(LocalDate date, ZoneId zone) {
    return new Shift(date.getDayOfWeek(), from, to).on(date, zone);
  }
}
