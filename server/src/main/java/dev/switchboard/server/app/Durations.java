package dev.switchboard.server.app;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the configuration file has them: 90s, 2m, 12h or 7d. */
final class Durations {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

  private Durations() {}

  /** Empty if it is none. */
  static Optional<Duration> parse(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }
}
