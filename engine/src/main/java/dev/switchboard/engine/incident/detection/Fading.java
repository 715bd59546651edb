package dev.switchboard.engine.incident.detection;

/**
 * What is left after some hours of what loses weight exponentially, by the hours in which it falls
 * to 1/e. All spans are divided by each other, so one exponential serves them all.
 *
 * @param ofMonth {@link Baseline#MONTH_HOURS}
 * @param ofDay {@link Baseline#DAY_HOURS}
 * @param ofStakes {@link Bets#FORGET_HOURS}
 * @param ofHours {@link Baseline#LOCAL_HOURS}
 * @param ofHour one hour
 */
record Fading(double ofMonth, double ofDay, double ofStakes, double ofHours, double ofHour) {
  /** Nothing has faded. */
  static final Fading NONE = new Fading(1, 1, 1, 1, 1);

  static Fading after(double hours) {
    if (hours == 0) {
      return NONE;
    }
    double month = Math.exp(-hours / Baseline.MONTH_HOURS);
    double four = square(square(month));
    double eight = square(four);
    double day = square(eight) * eight * four;
    double stakes = square(day);
    double threeHours = square(square(stakes));
    return new Fading(month, day, stakes, threeHours, square(threeHours) * threeHours);
  }

  private static double square(double x) {
    return x * x;
  }
}
