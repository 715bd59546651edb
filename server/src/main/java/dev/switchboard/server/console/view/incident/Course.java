package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.CourseStep;
import dev.switchboard.engine.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The part of an incident's course that is worth drawing. */
final class Course {
  /** So many steps before an incident began show what is usual; more would press it to the edge. */
  private static final int QUIET_STEPS = 12;

  private static final int MIN_STEPS = 2;

  private Course() {}

  /** As long before it began as it lasts, but {@value #QUIET_STEPS} steps at least. */
  static List<CourseStep> near(Incident incident) {
    List<CourseStep> course = incident.course();
    if (course.isEmpty()) {
      return course;
    }
    Duration quiet = incident.step().multipliedBy(QUIET_STEPS);
    Instant end = course.getLast().from().plus(incident.step());
    Duration lasts = Duration.between(incident.onsetFrom(), end);
    Instant from = incident.onsetFrom().minus(lasts.compareTo(quiet) > 0 ? lasts : quiet);
    List<CourseStep> near = course.stream().filter(step -> !step.from().isBefore(from)).toList();
    return near.size() < MIN_STEPS ? course : near;
  }
}
