package dev.switchboard.engine.incident.cause;

/**
 * How reports of an incident come: customers report a while after they are hit, and fewer are hit
 * as time goes by.
 *
 * @param perMinute reports a minute at its height, were there no fading
 * @param delayMinutes mean delay of a report, exponential; of a slow rise, of each of its two steps
 * @param fadeMinutes mean time that it lasts, exponential
 * @param slow whether more and more are hit at first, before they report: two steps instead of one
 */
record Rise(double perMinute, double delayMinutes, double fadeMinutes, boolean slow) {
  /** Reports a minute, so long after the onset; 0 before it. */
  double rate(double minutes) {
    return minutes <= 0
        ? 0
        : perMinute * felt(minutes / delayMinutes) * Math.exp(-minutes / fadeMinutes);
  }

  private double felt(double delays) {
    return slow ? 1 - (1 + delays) * Math.exp(-delays) : -Math.expm1(-delays);
  }

  /** Reports expected until then: the integral of {@link #rate}. */
  double expected(double minutes) {
    double both = 1 / (1 / delayMinutes + 1 / fadeMinutes);
    double all = -fadeMinutes * Math.expm1(-minutes / fadeMinutes);
    double notYet = -both * Math.expm1(-minutes / both);
    double second = both / delayMinutes * (notYet - minutes * Math.exp(-minutes / both));
    return perMinute * (all - notYet - (slow ? second : 0));
  }
}
