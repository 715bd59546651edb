package dev.switchboard.engine.incident.simulate;

/**
 * From a change's start to its onset in {@link StagedSimulator}: a rollout goes in four stages of
 * equal length, and the one that is fatal bites after a gamma time (shape 2; three in four) or a
 * Weibull time (shape .8, scale 25 minutes).
 */
final class StagedLag {
  private static final double[] STAGES = {0.1, 0.25, 0.35, 0.3};
  private static final double GAMMA = 0.75;
  private static final double SHAPE = 0.8;
  private static final double SCALE = 25;

  private StagedLag() {}

  static double draw(Draws draws, double durationMinutes, double mean) {
    int stage = draws.weighted(STAGES);
    double bite = draws.chance(GAMMA) ? draws.gamma(2, mean) : draws.weibull(SHAPE, SCALE);
    return stage * durationMinutes / (STAGES.length - 1) + bite;
  }

  /** The density of an onset so long after the true start, per minute. */
  static double density(double minutes, double durationMinutes, double mean) {
    double sum = 0;
    for (int stage = 0; stage < STAGES.length; stage++) {
      sum += STAGES[stage] * bite(minutes - stage * durationMinutes / (STAGES.length - 1), mean);
    }
    return sum;
  }

  private static double bite(double minutes, double mean) {
    if (minutes <= 0) {
      return 0;
    }
    double half = mean / 2;
    double gamma = minutes / (half * half) * Math.exp(-minutes / half);
    // The Weibull's pole at 0 is cut at three seconds, which no clock here resolves.
    double scaled = Math.max(minutes, 0.05) / SCALE;
    double weibull =
        SHAPE / SCALE * Math.pow(scaled, SHAPE - 1) * Math.exp(-Math.pow(scaled, SHAPE));
    return GAMMA * gamma + (1 - GAMMA) * weibull;
  }
}
