package dev.switchboard.engine.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;

/**
 * A stretch of each week, by the clock on the wall.
 *
 * <p>Where clocks go forward, a time that they leave out is the moment at which they jump; where
 * they go back, a time that they show twice is its first showing. So a shift that ends when another
 * begins always hands over to it: no hour is left out, none is had twice.
 *
 * @param day on which it begins
 * @param from the minute at which it begins
 * @param to the minute at which it ends: on the next day, unless it is later than {@code from}
 */
public record Shift(DayOfWeek day, LocalTime from, LocalTime to) implements Comparable<Shift> {
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final Comparator<Shift> ORDER =
      Comparator.comparing(Shift::day).thenComparing(Shift::from).thenComparing(Shift::to);

  public Shift {
    if (from.getSecond() != 0 || from.getNano() != 0 || to.getSecond() != 0 || to.getNano() != 0) {
      throw new IllegalArgumentException("a shift begins and ends on a full minute");
    }
  }

  /** One such shift: from the first moment to the one after the last. */
  public record Span(Instant from, Instant to) {
    public boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  public boolean isOvernight() {
    return !to.isAfter(from);
  }

  /** How long it is by the clock, 1 to 1,440. */
  public int minutes() {
    int minutes = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
    return isOvernight() ? minutes + MINUTES_A_DAY : minutes;
  }

  /** The one that begins on a date, which must be of its day; empty if clocks leave it out. */
  public Span on(LocalDate date, ZoneId zone) {
    return new Span(
        moment(date.atTime(from), zone),
        moment((isOvernight() ? date.plusDays(1) : date).atTime(to), zone));
  }

  private static Instant moment(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        // Of two that are valid, the offset before the change comes first.
        : local.toInstant(rules.getOffset(local));
  }

  @Override
  public int compareTo(Shift other) {
    return ORDER.compare(this, other);
  }
}
