package dev.switchboard.engine.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 3339 date-times ({@code 2017-10-31T22:10:47.5Z}, {@code 2017-10-31 22:10:47+01:00}),
 * truncated to microseconds, which is what the store keeps.
 *
 * <p>Written by hand because it runs once or more for every post: no exceptions, no formatter.
 */
public final class Rfc3339 {
  private static final int MIN_CHARS = "2017-10-31T22:10:47Z".length();
  private static final int OFFSET_CHARS = "+01:00".length();
  private static final int MICROS_DIGITS = 6;

  private Rfc3339() {}

  /** The moment, or null if the text is not RFC 3339. A leap second counts as the next one. */
  public static @Nullable Instant parse(String s) {
    if (s.length() < MIN_CHARS
        || s.charAt(4) != '-'
        || s.charAt(7) != '-'
        || !isSeparator(s.charAt(10))
        || s.charAt(13) != ':'
        || s.charAt(16) != ':') {
      return null;
    }
    int year = two(s, 0) * 100 + two(s, 2);
    int month = two(s, 5);
    int day = two(s, 8);
    int hour = two(s, 11);
    int minute = two(s, 14);
    int second = two(s, 17);
    int fractionEnd = fractionEnd(s);
    int offset = offsetSeconds(s, fractionEnd);
    if (!isDate(year, month, day)
        || !isTime(hour, minute, second)
        || fractionEnd < 0
        || offset == Integer.MIN_VALUE) {
      return null;
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400
            + hour * 3_600
            + minute * 60
            + second
            - offset;
    return Instant.ofEpochSecond(seconds, micros(s, fractionEnd) * 1_000L);
  }

  private static boolean isSeparator(char c) {
    return c == 'T' || c == 't' || c == ' ';
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  private static boolean isTime(int hour, int minute, int second) {
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
  }

  /** Where the fraction of the second ends (19 without one), or -1 for a dot without digits. */
  private static int fractionEnd(String s) {
    int i = MIN_CHARS - 1;
    if (s.charAt(i) != '.') {
      return i;
    }
    i++;
    int start = i;
    while (i < s.length() && isDigit(s.charAt(i))) {
      i++;
    }
    return i == start ? -1 : i;
  }

  private static int micros(String s, int end) {
    int micros = 0;
    for (int digit = 0; digit < MICROS_DIGITS; digit++) {
      int i = MIN_CHARS + digit;
      micros = micros * 10 + (i < end ? s.charAt(i) - '0' : 0);
    }
    return micros;
  }

  /** Seconds east of UTC that the rest of the text says, or MIN_VALUE if it says none. */
  private static int offsetSeconds(String s, int from) {
    int rest = from < 0 ? 0 : s.length() - from;
    if (rest == 1 && (s.charAt(from) == 'Z' || s.charAt(from) == 'z')) {
      return 0;
    }
    if (rest != OFFSET_CHARS || s.charAt(from + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    char sign = s.charAt(from);
    int hours = two(s, from + 1);
    int minutes = two(s, from + 4);
    if (sign != '+' && sign != '-' || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  /** The number that two digits make; far below zero if they are not digits. */
  private static int two(String s, int i) {
    char tens = s.charAt(i);
    char ones = s.charAt(i + 1);
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + ones - '0' : -100_000;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
