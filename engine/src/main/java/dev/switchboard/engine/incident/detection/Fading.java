package dev.switchboard.engine.incident.detection;

/**
 * What is left after some hours of what loses weight exponentially, by the hours in which it falls
 * to 1/e. All spans are divided by each other, so one exponential serves them all.
 *
 * @param ofMonth {@link Baseline#MONTH_HOURS}
 * @param ofDay {@link Baseline#DAY_HOURS}
 * @param ofStakes {@link Bets#FORGET_HOURS}
 * @param ofHours {@link Baseline#LOCAL_HOURS}
 * @param ofLag {@link Baseline#LAG_HOURS}
 * @param ofQuiet one hour of the clock by which bets go: {@link Storm#hours}
 */
record Fading(
    double ofMonth, double ofDay, double ofStakes, double ofHours, double ofLag, double ofQuiet) {
  /** Nothing has faded. */
  static final Fading NONE = new Fading(1, 1, 1, 1, 1, 1);

  /** The longest difference that sums of hours make by rounding. */
  private static final double ROUNDING = 1e-6;

  /** After so many hours, by any clock. */
  static Fading after(double hours) {
    return after(hours, hours);
  }

  /** After so many hours, and so many of the clock by which bets go. */
  static Fading after(double hours, double ofClock) {
    if (hours == 0 && ofClock == 0) {
      return NONE;
    }
    double month = Math.exp(-hours / Baseline.MONTH_HOURS);
    double four = square(square(month));
    double eight = square(four);
    double day = square(eight) * eight * four;
    double stakes = square(day);
    double threeHours = square(square(stakes));
    double hour = square(threeHours) * threeHours;
    boolean alike = Math.abs(hours - ofClock) < ROUNDING;
    return new Fading(
        month, day, stakes, threeHours, square(hour), alike ? hour : Math.exp(-ofClock));
  }

  private static double square(double x) {
    return x * x;
  }
}
