package dev.switchboard.engine.incident.simulate;

/**
 * From a change as it is reported to its onset in {@link RolloutSimulator}: the rollout reaches the
 * fatal share after a part of its duration (the square of a uniform number); then it bites at once
 * (70 %, exponential) or slowly (Weibull, shape .6, scale 30 minutes). The start is reported with
 * an error of 1.5 minutes; one in fifty is an hour early, as clocks and time zones go.
 */
final class RolloutLag {
  static final double MISREPORT_MINUTES = 1.5;
  static final double HOUR_EARLY = 0.02;
  private static final double FAST = 0.7;
  private static final double SHAPE = 0.6;
  private static final double SCALE = 30;
  private static final int STEPS = 24;

  /** Midpoints of nine equal parts of a standard normal. */
  private static final double[] NORMAL = {
    -1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593
  };

  private RolloutLag() {}

  /** From the true start to the onset. */
  static double draw(Draws draws, double durationMinutes, double fastMean) {
    double part = draws.uniform(0, 1);
    double bite = draws.chance(FAST) ? draws.exponential(fastMean) : draws.weibull(SHAPE, SCALE);
    return part * part * durationMinutes + bite;
  }

  /** From the true start to the reported one. */
  static double misreport(Draws draws) {
    return draws.normal(draws.chance(HOUR_EARLY) ? -60 : 0, MISREPORT_MINUTES);
  }

  /** The density of an onset so long after the reported start, per minute. */
  static double density(double minutes, double durationMinutes, double fastMean) {
    return (1 - HOUR_EARLY) * reported(minutes, durationMinutes, fastMean)
        + HOUR_EARLY * reported(minutes - 60, durationMinutes, fastMean);
  }

  private static double reported(double minutes, double duration, double fastMean) {
    double sum = 0;
    for (double error : NORMAL) {
      for (int i = 0; i < STEPS; i++) {
        double part = (i + 0.5) / STEPS;
        double left = minutes + error * MISREPORT_MINUTES - part * part * duration;
        sum += bite(left, fastMean);
      }
    }
    return sum / (NORMAL.length * STEPS);
  }

  private static double bite(double minutes, double fastMean) {
    if (minutes <= 0) {
      return 0;
    }
    double fast = Math.exp(-minutes / fastMean) / fastMean;
    // The Weibull's pole at 0 is cut at three seconds, which no clock here resolves.
    double scaled = Math.max(minutes, 0.05) / SCALE;
    double slow = SHAPE / SCALE * Math.pow(scaled, SHAPE - 1) * Math.exp(-Math.pow(scaled, SHAPE));
    return FAST * fast + (1 - FAST) * slow;
  }
}
