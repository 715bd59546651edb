package dev.switchboard.engine.incident.cause;

/**
 * How reports of an incident come: customers report a while after they are hit, and fewer are hit
 * as time goes by.
 *
 * @param perMinute reports a minute at its height, were there no fading
 * @param delayMinutes mean delay of a report, exponential
 * @param fadeMinutes mean time that it lasts, exponential
 */
record Rise(double perMinute, double delayMinutes, double fadeMinutes) {
  /** Reports a minute, so long after the onset; 0 before it. */
  double rate(double minutes) {
    return minutes <= 0
        ? 0
        : perMinute * -Math.expm1(-minutes / delayMinutes) * Math.exp(-minutes / fadeMinutes);
  }

  /** Reports expected until then. */
  double expected(double minutes) {
    double both = 1 / (1 / delayMinutes + 1 / fadeMinutes);
    return perMinute
        * (both * Math.expm1(-minutes / both) - fadeMinutes * Math.expm1(-minutes / fadeMinutes));
  }
}
