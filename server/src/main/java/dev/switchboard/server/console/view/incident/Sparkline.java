package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.CourseStep;
import java.util.List;
import java.util.Locale;

/**
 * The course of an incident as a small drawing of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param line the path along the reports of each step; empty with fewer than two steps
 * @param area the same, closed along the bottom
 * @param words what it shows
 */
public record Sparkline(String line, String area, String words) {
  public static final int WIDTH = 132;
  public static final int HEIGHT = 36;
  private static final int MARGIN = 2;

  static Sparkline of(List<CourseStep> course) {
    if (course.size() < 2) {
      return new Sparkline("", "", "No course yet");
    }
    int most = course.stream().mapToInt(CourseStep::reports).max().orElse(0);
    StringBuilder line = new StringBuilder();
    double step = (double) WIDTH / (course.size() - 1);
    for (int i = 0; i < course.size(); i++) {
      double height = (HEIGHT - 2 * MARGIN) * course.get(i).reports() / Math.max(1.0, most);
      line.append(
          String.format(
              Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", i * step, HEIGHT - MARGIN - height));
    }
    String area = "%sL%d %dL0 %dz".formatted(line, WIDTH, HEIGHT, HEIGHT);
    return new Sparkline(line.toString(), area, "Reports over time, at most %d".formatted(most));
  }
}
