package dev.switchboard.engine.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a person is expected to work: weekly shifts by the clocks of one time zone. Immutable.
 *
 * @param shifts at most 50, in the order of the week
 */
public record Roster(ZoneId zone, List<Shift> shifts) {
  public static final int MAX_SHIFTS = 50;

  /** Nothing is expected. */
  public static final Roster NONE = new Roster(ZoneId.of("UTC"), List.of());

  /** Today, and two weeks: clocks may leave out a shift of the first. */
  private static final int LOOK_AHEAD_DAYS = 15;

  public Roster {
    shifts = shifts.stream().distinct().sorted().toList();
    if (shifts.size() > MAX_SHIFTS) {
      throw new IllegalArgumentException(
          "a week has at most %d shifts, not %d".formatted(MAX_SHIFTS, shifts.size()));
    }
  }

  public boolean isEmpty() {
    return shifts.isEmpty();
  }

  /** Whether a shift is on. */
  public boolean isOn(Instant now) {
    return findCurrent(now).isPresent();
  }

  /** The shift that is on; of several, the one that ends last. */
  public Optional<Shift.Span> findCurrent(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today)
        .flatMap(this::beginning)
        .filter(span -> span.contains(now))
        .max(Comparator.comparing(Shift.Span::to));
  }

  /** The next shift that begins after now. */
  public Optional<Shift.Span> findNext(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(LOOK_AHEAD_DAYS)
        .flatMap(this::beginning)
        .filter(span -> span.from().isAfter(now))
        .min(Comparator.comparing(Shift.Span::from));
  }

  private Stream<Shift.Span> beginning(LocalDate date) {
    return shifts.stream()
        .filter(shift -> shift.day() == date.getDayOfWeek())
        .map(shift -> shift.on(date, zone))
        .filter(span -> span.from().isBefore(span.to()));
  }

  /** How long all shifts of a week are by the clock, in minutes; those that overlap count twice. */
  public int weeklyMinutes() {
    return shifts.stream().mapToInt(Shift::minutes).sum();
  }
}
