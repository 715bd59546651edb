package dev.switchboard.engine.incident.simulate;

import org.jspecify.annotations.Nullable;

/**
 * From a change to its onset in {@link SeasonalSimulator}: nothing at all for a while, as caches
 * hold, then a Weibull time; three in ten are counted from the end of the change.
 *
 * @param deadMinutes by service
 * @param shapes by kind
 * @param scales by kind, in minutes
 */
record SeasonalLag(double[] deadMinutes, double[] shapes, double[] scales) {
  private static final double[] SCALES = {12, 4, 7, 4, 3};
  private static final double FROM_END = 0.3;

  static SeasonalLag draw(Draws draws, int services) {
    double[] dead = new double[services];
    for (int i = 0; i < services; i++) {
      dead[i] = draws.chance(0.5) ? 0 : draws.uniform(0, 6);
    }
    double[] shapes = new double[SCALES.length];
    double[] scales = new double[SCALES.length];
    for (int i = 0; i < SCALES.length; i++) {
      shapes[i] = draws.uniform(0.9, 2);
      scales[i] = draws.logNormal(SCALES[i], 0.4);
    }
    return new SeasonalLag(dead, shapes, scales);
  }

  double draw(Draws draws, SimulatedChange change) {
    int kind = SeasonalSimulator.KINDS.indexOf(change.kind());
    double from = draws.chance(FROM_END) ? duration(change) : 0;
    return from + deadMinutes[change.service()] + draws.weibull(shapes[kind], scales[kind]);
  }

  /** The density of an onset so long after the start, per minute. */
  double density(SimulatedChange change, double minutes) {
    double since = minutes - deadMinutes[change.service()];
    int kind = SeasonalSimulator.KINDS.indexOf(change.kind());
    return (1 - FROM_END) * weibull(kind, since)
        + FROM_END * weibull(kind, since - duration(change));
  }

  private static double duration(SimulatedChange change) {
    @Nullable Double finish = change.finishMinute();
    return finish == null ? 0 : finish - change.startMinute();
  }

  private double weibull(int kind, double minutes) {
    if (minutes <= 0) {
      return 0;
    }
    // A pole at 0 is cut at three seconds, which no clock here resolves.
    double scaled = Math.max(minutes, 0.05) / scales[kind];
    double power = Math.pow(scaled, shapes[kind]);
    return shapes[kind] / scales[kind] * power / scaled * Math.exp(-power);
  }
}
