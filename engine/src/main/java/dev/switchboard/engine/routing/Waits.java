package dev.switchboard.engine.routing;

import java.time.Duration;

/**
 * Waiting times, counted in {@value #BUCKETS} buckets of which each is 9 % wider than the one
 * before: from a second to 48 days, longer ones in the last. For one thread at a time.
 */
public final class Waits {
  static final int BUCKETS = 176;
  private static final double BUCKETS_A_DOUBLING = 8;

  private final long[] counts = new long[BUCKETS];
  private long count;

  public void add(Duration wait) {
    counts[bucket(wait)]++;
    count++;
  }

  public void addAll(Waits other) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += other.counts[i];
    }
    count += other.count;
  }

  private static int bucket(Duration wait) {
    double seconds = wait.toMillis() / 1_000.0;
    if (seconds < 1) {
      return 0;
    }
    double doublings = StrictMath.log(seconds) / StrictMath.log(2);
    return Math.min(BUCKETS - 1, (int) (doublings * BUCKETS_A_DOUBLING));
  }

  public long count() {
    return count;
  }

  long in(int bucket) {
    return counts[bucket];
  }

  /**
   * The wait that a share of them did not exceed, at most 9 % too long; zero if there are none.
   *
   * @param share 0 to 1
   */
  public Duration quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a quantile is of a share of 0 to 1, not " + share);
    }
    long rank = Math.max(1, (long) StrictMath.ceil(share * count));
    long seen = 0;
    for (int i = 0; i < BUCKETS && count > 0; i++) {
      seen += counts[i];
      if (seen >= rank) {
        double seconds = StrictMath.pow(2, (i + 1) / BUCKETS_A_DOUBLING);
        return Duration.ofMillis(Math.round(seconds * 1_000));
      }
    }
    return Duration.ZERO;
  }
}
