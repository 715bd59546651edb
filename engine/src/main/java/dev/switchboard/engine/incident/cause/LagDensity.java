package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import java.time.Duration;

/**
 * How long after a change customers begin to be hit: most within a log-normal time that depends on
 * its type, some much later, as caches run out and traffic grows. A rollout may bite at its start,
 * on its way or at its end. Clocks may disagree by a minute and a half.
 */
final class LagDensity {
  private static final double SIGMA = 0.9;
  private static final double LATE_SHARE = 0.05;
  private static final double LATE_MEDIAN = 40;
  private static final double LATE_SIGMA = 1.2;
  private static final double MAX_ROLLOUT_MINUTES = 360;
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private static final double[] PARTS = {0, 0.25, 0.5, 0.75, 1};
  private static final double[] PART_WEIGHTS = {0.4, 0.2, 0.15, 0.1, 0.15};
  private static final double[] CLOCK_MINUTES = {-1.5, 0, 1.5};
  private static final double[] CLOCK_WEIGHTS = {0.15, 0.7, 0.15};

  private final double median;
  private final double rolloutMinutes;

  LagDensity(Change change) {
    median = medianMinutes(change.type());
    rolloutMinutes =
        change.finishedAt() == null
            ? 0
            : Math.min(
                MAX_ROLLOUT_MINUTES,
                Duration.between(change.startedAt(), change.finishedAt()).toMillis() / 60_000.0);
  }

  private static double medianMinutes(ChangeType type) {
    return switch (type) {
      case DEPLOY, REMOVAL -> 8;
      case CONFIGURATION, ROLLBACK, OTHER -> 6;
      case FLAG -> 4;
      case ALERT -> 3;
      case OUTAGE -> 2;
    };
  }

  /** Per minute, that customers are hit first so many minutes after the change started. */
  double at(double minutes) {
    double sum = 0;
    for (int clock = 0; clock < CLOCK_MINUTES.length; clock++) {
      double since = minutes + CLOCK_MINUTES[clock];
      if (rolloutMinutes == 0) {
        sum += CLOCK_WEIGHTS[clock] * bite(since);
        continue;
      }
      for (int part = 0; part < PARTS.length; part++) {
        double weight = CLOCK_WEIGHTS[clock] * PART_WEIGHTS[part];
        sum += weight * bite(since - PARTS[part] * rolloutMinutes);
      }
    }
    return sum;
  }

  private double bite(double minutes) {
    return minutes <= 0
        ? 0
        : (1 - LATE_SHARE) * logNormal(minutes, median, SIGMA)
            + LATE_SHARE * logNormal(minutes, LATE_MEDIAN, LATE_SIGMA);
  }

  private static double logNormal(double x, double median, double sigma) {
    double z = Math.log(x / median) / sigma;
    return Math.exp(-z * z / 2) / (x * sigma * ROOT_TWO_PI);
  }
}
