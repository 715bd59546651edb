package dev.switchboard.engine.incident.simulate;

/**
 * How many reports come in {@link SeasonalSimulator}: usual ones go up and down with the hour, and
 * those of an incident with them. An incident is felt more and more, and less once it is mended.
 *
 * @param usualPerMinute on average
 * @param hitPerMinute reports a minute of the incident at its height
 * @param swing how far the hours differ, 0–1
 */
record SeasonalRate(
    double usualPerMinute,
    double hitPerMinute,
    double swing,
    double periodMinutes,
    double phase,
    double rampMinutes,
    double mendedMinutes) {
  private static final double FADING_MINUTES = 15;

  static SeasonalRate draw(Draws draws) {
    return new SeasonalRate(
        draws.uniform(0.03, 0.25),
        0.15 + draws.gamma(1.5, 0.8),
        draws.uniform(0, 0.8),
        draws.uniform(180, 720),
        draws.uniform(0, 2 * Math.PI),
        draws.uniform(2, 25),
        draws.uniform(40, 300));
  }

  double usual(double minute) {
    return usualPerMinute * season(minute);
  }

  /** Of the incident; 0 before its onset. */
  double incident(double minute, double onset) {
    double since = minute - onset;
    if (since <= 0) {
      return 0;
    }
    double left = since < mendedMinutes ? 1 : Math.exp((mendedMinutes - since) / FADING_MINUTES);
    return hitPerMinute * season(minute) * -Math.expm1(-since / rampMinutes) * left;
  }

  double most(double perMinute) {
    return perMinute * (1 + swing);
  }

  private double season(double minute) {
    return 1 + swing * Math.sin(2 * Math.PI * minute / periodMinutes + phase);
  }
}
