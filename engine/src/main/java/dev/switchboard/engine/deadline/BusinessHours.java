package dev.switchboard.engine.deadline;

import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * When the company works, and time counted in it, to the nanosecond.
 *
 * <p>Hours belong to the date on which they begin: those of Friday night are Friday's, also after
 * midnight, whatever Saturday is. Hours that overlap count once. On the days on which clocks
 * change, time is counted as it passes: an hour that the clock leaves out is none, one that it
 * shows twice is two, if it is open. Where hours begin or end at a time that the clock leaves out
 * or shows twice, the rule of {@link Shift} holds. Immutable; any thread.
 *
 * @param week the hours of an ordinary week; at least one shift, since a company that never works
 *     meets no deadline
 * @param otherDays dates on which other hours hold, such as holidays: none, or a half day's; at
 *     most {@link #MAX_OTHER_DAYS}
 */
public record BusinessHours(Roster week, Map<LocalDate, List<Hours>> otherDays) {
  public static final int MAX_OTHER_DAYS = 1_000;
  public static final int MAX_HOURS_A_DAY = 10;

  /** The longest target, in weeks of which only the longest shift is worked. */
  public static final int MAX_TARGET_WEEKS = 520;

  /**
   * So far a search goes: twice the weeks of the longest target, with each other day taking the
   * longest shift of a week. Clocks that change shorten far fewer.
   */
  static final int MAX_SEARCH_DAYS = 2 * 7 * (MAX_TARGET_WEEKS + MAX_OTHER_DAYS);

  /**
   * Hours of a date can be open this many days before or after: over midnight, and where a place
   * changed the side of the date line.
   */
  private static final int MARGIN_DAYS = 2;

  private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

  public BusinessHours {
    if (week.isEmpty()) {
      throw new IllegalArgumentException(
          "business hours are never open: a week needs at least one stretch, for example"
              + " \"Mon-Fri 09:00-17:00\"");
    }
    if (otherDays.size() > MAX_OTHER_DAYS) {
      throw new IllegalArgumentException(
          "there are at most %d holidays, not %d".formatted(MAX_OTHER_DAYS, otherDays.size()));
    }
    otherDays = Collections.unmodifiableMap(sorted(otherDays));
  }

  /** Without holidays. */
  public static BusinessHours of(Roster week) {
    return new BusinessHours(week, Map.of());
  }

  /** Day and night, every day. */
  public static BusinessHours always(ZoneId zone) {
    return of(
        new Roster(
            zone,
            Stream.of(DayOfWeek.values())
                .map(day -> new Shift(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList()));
  }

  private static TreeMap<LocalDate, List<Hours>> sorted(Map<LocalDate, List<Hours>> days) {
    TreeMap<LocalDate, List<Hours>> sorted = new TreeMap<>();
    days.forEach(
        (date, hours) -> {
          if (hours.size() > MAX_HOURS_A_DAY) {
            throw new IllegalArgumentException(
                "%s has at most %d stretches, not %d"
                    .formatted(date, MAX_HOURS_A_DAY, hours.size()));
          }
          sorted.put(date, hours.stream().sorted(Comparator.comparing(Hours::from)).toList());
        });
    return sorted;
  }

  public boolean isOpen(Instant at) {
    LocalDate date = date(at).minusDays(MARGIN_DAYS);
    for (int day = 0; day <= 2 * MARGIN_DAYS; day++) {
      if (beginning(date.plusDays(day)).stream().anyMatch(span -> span.contains(at))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The earliest moment by which so much business time has passed since the start; the start itself
   * if it is none. A target that is used up when business hours end is due then, not when they
   * begin again.
   *
   * @param start from 1800 to 2999
   * @param work not negative
   * @throws IllegalArgumentException if it would take longer than is searched, which no target does
   *     that {@link #findProblem} lets pass
   */
  public Instant deadline(Instant start, Duration work) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("business time is not negative: " + work);
    }
    if (work.isZero()) {
      return start;
    }
    LocalDate first = date(start).minusDays(MARGIN_DAYS);
    Instant counted = start;
    Duration left = work;
    for (int day = 0; day < MAX_SEARCH_DAYS; day++) {
      for (Shift.Span span : beginning(first.plusDays(day))) {
        Instant from = later(span.from(), counted);
        if (from.isBefore(span.to())) {
          Duration here = Duration.between(from, span.to());
          if (here.compareTo(left) >= 0) {
            return from.plus(left);
          }
          left = left.minus(here);
          counted = span.to();
        }
      }
    }
    throw new IllegalArgumentException(
        "%s of business time from %s is not over within %d days; write a shorter target"
            .formatted(work, start, MAX_SEARCH_DAYS));
  }

  /**
   * The business time from one moment to another; negative if the second comes first. So it adds
   * up: a to b and b to c make a to c.
   *
   * @throws IllegalArgumentException if they are further apart than is searched
   */
  public Duration businessTimeBetween(Instant a, Instant b) {
    if (b.isBefore(a)) {
      return businessTimeBetween(b, a).negated();
    }
    LocalDate first = date(a).minusDays(MARGIN_DAYS);
    long days = date(b).toEpochDay() + MARGIN_DAYS - first.toEpochDay();
    if (days > MAX_SEARCH_DAYS) {
      throw new IllegalArgumentException(
          "%s and %s are more than %d days apart".formatted(a, b, MAX_SEARCH_DAYS));
    }
    Instant counted = a;
    Duration sum = Duration.ZERO;
    for (long day = 0; day <= days && counted.isBefore(b); day++) {
      for (Shift.Span span : beginning(first.plusDays(day))) {
        Instant from = later(span.from(), counted);
        Instant to = span.to().isBefore(b) ? span.to() : b;
        if (from.isBefore(to)) {
          sum = sum.plus(Duration.between(from, to));
          counted = to;
        }
      }
    }
    return sum;
  }

  /** Why a target can't be kept in these hours, in words; empty if it can be. */
  public Optional<String> findProblem(Duration target) {
    long longest = week.shifts().stream().mapToLong(Shift::minutes).max().orElse(0);
    if (!target.isPositive()) {
      return Optional.of("a target is longer than nothing");
    }
    return target.compareTo(Duration.ofMinutes(longest * MAX_TARGET_WEEKS)) > 0
        ? Optional.of(
            "%s of business time may take years in these hours; write less"
                .formatted(DurationText.of(target)))
        : Optional.empty();
  }

  /** The hours of a date, in the order in which they begin; those of later dates begin later. */
  private List<Shift.Span> beginning(LocalDate date) {
    List<Shift.Span> spans = new ArrayList<>();
    List<Hours> other = otherDays.get(date);
    if (other != null) {
      other.forEach(hours -> spans.add(hours.on(date, week.zone())));
      return spans;
    }
    for (Shift shift : week.shifts()) {
      if (shift.day() == date.getDayOfWeek()) {
        spans.add(shift.on(date, week.zone()));
      }
    }
    return spans;
  }

  private LocalDate date(Instant at) {
    if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
      throw new IllegalArgumentException("a moment is from 1800 to 2999, not " + at);
    }
    return at.atZone(week.zone()).toLocalDate();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
