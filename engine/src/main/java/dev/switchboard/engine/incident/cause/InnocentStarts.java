package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import java.util.List;

/**
 * How likely an innocent change starts when this one did: where many start, one shortly before the
 * onset says little. A kernel over the others' starts, and a few changes spread over half a day.
 */
final class InnocentStarts {
  private static final double KERNEL_MINUTES = 150;
  private static final double SPREAD_CHANGES = 3;
  private static final double SPREAD_MINUTES = 400;

  private final double[] starts;
  private final IncidentEvidence evidence;

  InnocentStarts(List<Change> changes, IncidentEvidence evidence) {
    this.evidence = evidence;
    starts = changes.stream().mapToDouble(change -> evidence.minute(change.startedAt())).toArray();
  }

  /** Per minute; above 0. */
  double density(Change change) {
    double own = evidence.minute(change.startedAt());
    double sum = SPREAD_CHANGES / SPREAD_MINUTES - kernel(0);
    for (double start : starts) {
      sum += kernel(own - start);
    }
    return sum / (starts.length - 1 + SPREAD_CHANGES);
  }

  private static double kernel(double minutes) {
    return Math.exp(-Math.abs(minutes) / KERNEL_MINUTES) / (2 * KERNEL_MINUTES);
  }
}
