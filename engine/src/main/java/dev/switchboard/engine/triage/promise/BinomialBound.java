package dev.switchboard.engine.triage.promise;

/**
 * Exact bounds on a share, from so many hits in so many trials (Clopper and Pearson, Biometrika
 * 1934).
 */
public final class BinomialBound {
  private static final int HALVINGS = 60;

  private BinomialBound() {}

  /** The share is at most this with that confidence (0 to 1, one-sided); 1 if nothing was tried. */
  public static double upper(int hits, int trials, double confidence) {
    require(hits, trials, confidence);
    if (hits >= trials) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double share = (low + high) / 2;
      if (atMost(hits, trials, share) > 1 - confidence) {
        low = share;
      } else {
        high = share;
      }
    }
    return high;
  }

  /** The share is at least this with that confidence. */
  public static double lower(int hits, int trials, double confidence) {
    return 1 - upper(trials - hits, Math.max(trials, 0), confidence);
  }

  /** How many trials without a hit it takes until the upper bound is at most {@code share}. */
  public static int trialsNeeded(double share, double confidence) {
    return (int) Math.ceil(StrictMath.log(1 - confidence) / StrictMath.log1p(-share));
  }

  /** The chance of at most so many hits; each term from the last, in logarithms. */
  private static double atMost(int hits, int trials, double share) {
    if (share <= 0) {
      return 1;
    }
    double odds = share / (1 - share);
    double sum = 0;
    double log = trials * StrictMath.log1p(-share);
    for (int k = 0; k <= hits; k++) {
      sum += StrictMath.exp(log);
      log += StrictMath.log((double) (trials - k) / (k + 1) * odds);
    }
    return sum;
  }

  private static void require(int hits, int trials, double confidence) {
    if (hits < 0 || hits > trials || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "hits must be 0 to trials and confidence within 0 and 1: %d of %d, %s"
              .formatted(hits, trials, confidence));
    }
  }
}
