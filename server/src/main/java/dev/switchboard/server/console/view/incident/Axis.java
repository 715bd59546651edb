package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.server.console.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time from left to right.
 *
 * @param step how long one step of the course is
 */
record Axis(Instant from, Instant to, Duration step, int left, int right) {
  private static final DateTimeFormatter CLOCK = formatter("HH:mm");
  private static final DateTimeFormatter SECONDS = formatter("HH:mm:ss");
  private static final DateTimeFormatter DAY = formatter("d MMM HH:mm");
  private static final Duration SHORT = Duration.ofMinutes(4);
  private static final Duration LONG = Duration.ofHours(30);

  /** Causes that began before the course are on it if they began so long before, at most. */
  private static final double BEFORE = 0.5;

  /** The course, and some time before it if a change that may have done it began there. */
  static Axis of(
      List<CourseStep> course, Duration step, List<CauseCard> causes, int left, int right) {
    Instant from = course.getFirst().from();
    Instant to = course.getLast().from().plus(step);
    double millis = BEFORE * Duration.between(from, to).toMillis();
    Instant earliest = from.minusMillis((long) millis);
    Instant begin =
        causes.stream()
            .filter(card -> !card.cause().vetoed())
            .map(card -> card.cause().change().startedAt())
            .filter(at -> !at.isBefore(earliest) && at.isBefore(from))
            .min(Instant::compareTo)
            .map(at -> at.minus(step))
            .orElse(from);
    return new Axis(begin, to, step, left, right);
  }

  boolean contains(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  /** Where a moment is; what lies outside is at the end. */
  double x(Instant at) {
    double share =
        (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
    return left + (right - left) * Math.clamp(share, 0, 1);
  }

  /** Labels at equal distances, from end to end. */
  List<CourseChart.Label> labels(int count) {
    int parts = Math.max(2, count);
    Duration length = Duration.between(from, to);
    DateTimeFormatter format =
        length.compareTo(SHORT) < 0 ? SECONDS : length.compareTo(LONG) > 0 ? DAY : CLOCK;
    List<CourseChart.Label> labels = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      Instant at = from.plusMillis(length.toMillis() * (2 * i + 1) / (2 * parts));
      labels.add(new CourseChart.Label(Math.round(x(at)), format.format(at)));
    }
    return labels;
  }

  String stepWords() {
    return Words.length(step);
  }

  static String clock(Instant at) {
    return CLOCK.format(at);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
