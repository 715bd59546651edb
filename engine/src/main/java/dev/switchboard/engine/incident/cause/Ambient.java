package dev.switchboard.engine.incident.cause;

/**
 * How often reports come that have nothing to do with an incident, at the time of each report.
 *
 * @param rates reports a minute, above 0
 * @param log how likely the reports are if all are such ones, times how likely this is before
 */
record Ambient(double[] rates, double log) {
  /** How long an echo takes on average, exponential. */
  private static final double ECHO_MINUTES = 6;

  /**
   * The usual rate may differ from what is known of it, and people repeat and answer each other, so
   * that each report may excite others (Hawkes 1971): a burst of talk is no change of the rate.
   *
   * @param minutes of reports, ascending
   * @param usual reports a minute, as far as known
   * @param scale of the time that an echo takes
   * @param times by how much it is multiplied
   * @param echoes how many others each report excites, 0–1
   * @param share how likely this is before
   */
  static Ambient of(
      double[] minutes,
      double end,
      double usual,
      double scale,
      double times,
      double echoes,
      double share) {
    double mean = scale * ECHO_MINUTES;
    double alone = times * (1 - echoes) * usual;
    double[] rates = new double[minutes.length];
    double log = Math.log(share) - alone * end;
    double excited = 0;
    for (int r = 0; r < rates.length; r++) {
      if (r > 0) {
        double decay = Math.exp((minutes[r - 1] - minutes[r]) / mean);
        excited = decay * (excited + 1 / mean);
      }
      rates[r] = alone + echoes * excited;
      log += Math.log(rates[r]) + echoes * Math.expm1((minutes[r] - end) / mean);
    }
    return new Ambient(rates, log);
  }
}
