package dev.switchboard.server.console.view.staff;

import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A week of shifts, to be drawn: minutes of the day from left to right, a row a day. */
public record Week(List<Day> days, int weeklyMinutes, ZoneId zone) {
  public static final int MINUTES = 24 * 60;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

  /** A stretch of one day, in minutes from midnight. */
  public record Bar(int from, int minutes) {}

  /**
   * A day.
   *
   * @param words its shifts as people read them; empty if it has none
   */
  public record Day(String name, List<Bar> bars, String words) {}

  public static Week of(Roster roster) {
    List<Day> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Bar> bars = new ArrayList<>();
      for (Shift shift : roster.shifts()) {
        bars.addAll(bars(shift, day));
      }
      String words =
          roster.shifts().stream()
              .filter(shift -> shift.day() == day)
              .map(shift -> CLOCK.format(shift.from()) + "–" + CLOCK.format(shift.to()))
              .collect(Collectors.joining(", "));
      days.add(new Day(RosterText.name(day), bars, words.isEmpty() ? rest(bars) : words));
    }
    return new Week(days, roster.weeklyMinutes(), roster.zone());
  }

  /** In words, what is left of the night before on a day without a shift of its own. */
  private static String rest(List<Bar> bars) {
    return bars.stream()
        .filter(bar -> bar.minutes() < MINUTES)
        .map(bar -> "until " + CLOCK.format(LocalTime.MIDNIGHT.plusMinutes(bar.minutes())))
        .findFirst()
        .orElse("");
  }

  /** What of a shift falls on a day: its beginning, or what is left of it after midnight. */
  private static List<Bar> bars(Shift shift, DayOfWeek day) {
    List<Bar> bars = new ArrayList<>();
    int from = minute(shift.from());
    if (shift.day() == day) {
      bars.add(new Bar(from, Math.min(shift.minutes(), MINUTES - from)));
    }
    int over = from + shift.minutes() - MINUTES;
    if (shift.day().plus(1) == day && over > 0) {
      bars.add(new Bar(0, over));
    }
    return bars;
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  /** For example 37.5 h. */
  public String hours() {
    return weeklyMinutes % 60 == 0
        ? weeklyMinutes / 60 + " h"
        : String.format(Locale.ENGLISH, "%.1f h", weeklyMinutes / 60.0);
  }

  /** What shifts say of this moment; empty if there are none. */
  static String now(Roster roster, Instant now) {
    return roster
        .findCurrent(now)
        .map(span -> "on shift until " + clock(span.to(), roster.zone()))
        .or(
            () ->
                roster
                    .findNext(now)
                    .map(
                        span ->
                            "next shift " + DAY_CLOCK.format(span.from().atZone(roster.zone()))))
        .orElse("");
  }

  private static String clock(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return CLOCK.format(local);
  }
}
