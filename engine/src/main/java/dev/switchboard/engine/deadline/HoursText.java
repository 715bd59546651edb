package dev.switchboard.engine.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with other hours as people write it: {@code 2026-12-25} for a closed one, {@code
 * 2026-12-24 09:00-13:00} for a half day, {@code 2026-12-31 09:00-12:00, 13:00-15:00} for several
 * stretches.
 *
 * @param date the date
 * @param hours its hours; none: closed
 */
public record HoursText(LocalDate date, List<Hours> hours) {
  private static final int MAX_CHARS = 400;
  private static final String SHAPE =
      "a holiday reads like 2026-12-25, a half day like 2026-12-24 09:00-13:00";
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\s+(\\S.*))?");
  private static final Pattern STRETCH =
      Pattern.compile("(\\d{2}:\\d{2})\\s*[-\u2013]\\s*(\\d{2}:\\d{2})");

  public HoursText {
    hours = List.copyOf(hours);
  }

  /**
   * Reads a date with its hours.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static HoursText parse(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (text.length() > MAX_CHARS || !day.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no holiday; %s".formatted(text.length() > MAX_CHARS ? "…" : text, SHAPE));
    }
    List<Hours> hours = new ArrayList<>();
    if (day.group(2) != null) {
      for (String stretch : day.group(2).split(",", -1)) {
        hours.add(stretch(stretch.strip()));
      }
    }
    try {
      return new HoursText(LocalDate.parse(day.group(1)), hours);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"%s\" is no date".formatted(day.group(1)), e);
    }
  }

  private static Hours stretch(String text) {
    Matcher stretch = STRETCH.matcher(text);
    if (!stretch.matches()) {
      throw new IllegalArgumentException("\"%s\" are no hours; %s".formatted(text, SHAPE));
    }
    return new Hours(time(stretch.group(1)), time(stretch.group(2)));
  }

  private static LocalTime time(String text) {
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write one such as 09:30".formatted(text), e);
    }
  }
}
