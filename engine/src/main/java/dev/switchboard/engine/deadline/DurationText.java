package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Business time as people write it: {@code 30m}, {@code 2h}, {@code 1h 30m}, {@code 45s}. */
public final class DurationText {
  /** The longest that can be written, in hours. */
  public static final int MAX_HOURS = 9_999;

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(\\d{1,4})\\s*h)?\\s*(?:(\\d{1,4})\\s*m(?:in)?)?\\s*(?:(\\d{1,4})\\s*s)?");
  private static final Pattern DAYS = Pattern.compile("\\d+\\s*(d|days?|w|weeks?)");

  private DurationText() {}

  /**
   * Reads a duration, longer than nothing.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Duration parse(String text) {
    String stripped = text.strip();
    if (DAYS.matcher(stripped).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" has no fixed length in business time; write hours, such as 16h for two days of"
                  .formatted(stripped)
              + " eight");
    }
    Matcher parts = SHAPE.matcher(stripped);
    if (stripped.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write one such as 30m, 2h or 1h 30m".formatted(stripped));
    }
    Duration duration =
        Duration.ofHours(number(parts.group(1)))
            .plusMinutes(number(parts.group(2)))
            .plusSeconds(number(parts.group(3)));
    if (duration.isZero()) {
      throw new IllegalArgumentException(
          "\"%s\" is no time at all; write one such as 30m".formatted(stripped));
    }
    return duration;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** To the second, rounded down; what is shorter than a second is {@code 0s}. */
  public static String of(Duration duration) {
    StringBuilder text = new StringBuilder();
    append(text, duration.toHours(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(text.isEmpty() ? "" : " ").append(number).append(unit);
    }
  }
}
