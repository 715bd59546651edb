package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.server.console.view.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reports against what is usual, over time, with the changes on the same axis: a drawing of {@code
 * width} by {@link #HEIGHT}, in whole units from the upper left.
 *
 * @param bars one a step
 * @param usual the path of what is usual; it begins with M
 * @param marks changes in that time
 * @param hours labels below the axis
 * @param levels labels beside it
 * @param onsetFrom where the onset may have begun
 * @param onsetTo where it may have begun last
 * @param words what it shows, for those who can't see it
 * @param caption what one bar is
 */
public record CourseChart(
    int width,
    List<Bar> bars,
    String usual,
    List<Mark> marks,
    List<Label> hours,
    List<Label> levels,
    double onsetFrom,
    double onsetTo,
    String words,
    String caption) {
  public static final int HEIGHT = 250;

  /** Where the plot begins and ends. */
  public static final int LEFT = 34;

  public static final int TOP = 40;
  public static final int BOTTOM = 218;
  private static final int RIGHT_MARGIN = 8;
  private static final int UNITS_AN_HOUR_LABEL = 110;
  private static final int MAX_MARKS = 9;
  private static final int MARK_UNITS = 22;
  private static final double GAP = 1;

  /** One step of time. */
  public record Bar(double x, double y, double width, double height, String words) {}

  /**
   * A change.
   *
   * @param number as on the list of causes
   * @param x where it began
   * @param labelY how high its number stands: neighbours don't cover each other
   */
  public record Mark(int number, double x, double labelY, boolean vetoed, String words) {}

  /** A word at a place of an axis. */
  public record Label(double at, String words) {}

  /** Nothing is drawn of a course without steps. */
  public boolean isEmpty() {
    return bars.isEmpty();
  }

  static CourseChart of(Incident incident, List<CauseCard> causes, int width) {
    List<CourseStep> course = Course.near(incident);
    if (course.isEmpty()) {
      return new CourseChart(width, List.of(), "", List.of(), List.of(), List.of(), 0, 0, "", "");
    }
    Axis axis = Axis.of(course, incident.step(), causes, LEFT, width - RIGHT_MARGIN);
    int most = Math.max(2, course.stream().mapToInt(CourseStep::reports).max().orElse(0));
    List<Mark> marks = marks(causes, axis);
    return new CourseChart(
        width,
        bars(course, axis, most),
        usual(course, axis, most),
        marks,
        axis.labels((width - LEFT) / UNITS_AN_HOUR_LABEL),
        List.of(new Label(y(0, most), "0"), new Label(y(most, most), Words.count(most))),
        axis.x(incident.onsetFrom()),
        axis.x(incident.onsetTo()),
        words(course, axis, marks.size()),
        "reports in each " + axis.stepWords() + ", UTC");
  }

  private static List<Bar> bars(List<CourseStep> course, Axis axis, int most) {
    List<Bar> bars = new ArrayList<>();
    for (CourseStep step : course) {
      double x = axis.x(step.from());
      double y = y(step.reports(), most);
      double wide = Math.max(1, axis.x(step.from().plus(axis.step())) - x - GAP);
      String words =
          "%s: %s, %s usual"
              .formatted(Axis.clock(step.from()), reports(step.reports()), few(step.expected()));
      bars.add(new Bar(round(x), round(y), round(wide), round(BOTTOM - y), words));
    }
    return bars;
  }

  private static String usual(List<CourseStep> course, Axis axis, int most) {
    StringBuilder path = new StringBuilder();
    for (CourseStep step : course) {
      double y = y(Math.min(most, step.expected()), most);
      double end = axis.x(step.from().plus(axis.step()));
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1fH%.1f",
              path.isEmpty() ? "M" : "L",
              axis.x(step.from()),
              y,
              end));
    }
    return path.toString();
  }

  private static List<Mark> marks(List<CauseCard> causes, Axis axis) {
    List<Mark> marks = new ArrayList<>();
    for (CauseCard card : causes) {
      Instant at = card.cause().change().startedAt();
      if (!axis.contains(at) || marks.size() == MAX_MARKS) {
        continue;
      }
      double x = axis.x(at);
      long near = marks.stream().filter(mark -> Math.abs(mark.x() - x) < MARK_UNITS).count();
      String words =
          "%d: %s, %s, %s".formatted(card.mark(), card.title(), Axis.clock(at), card.likelihood());
      marks.add(
          new Mark(
              card.mark(), round(x), 12 + near % 2 * MARK_UNITS, card.cause().vetoed(), words));
    }
    return marks;
  }

  private static String words(List<CourseStep> course, Axis axis, int changes) {
    int most = course.stream().mapToInt(CourseStep::reports).max().orElse(0);
    double expected = course.stream().mapToDouble(CourseStep::expected).average().orElse(0);
    return "From %s to %s UTC at most %s in %s, where %s are usual; %s in that time"
        .formatted(
            Axis.clock(axis.from()),
            Axis.clock(axis.to()),
            reports(most),
            axis.stepWords(),
            few(expected),
            changes == 1 ? "1 change" : changes + " changes");
  }

  private static String reports(int count) {
    return count == 1 ? "1 report" : Words.count(count) + " reports";
  }

  private static String few(double count) {
    return String.format(Locale.ROOT, count < 10 ? "%.1f" : "%.0f", count);
  }

  private static double y(double value, int most) {
    return BOTTOM - (BOTTOM - TOP) * value / most;
  }

  /** Drawings need no more than a tenth. */
  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
