package dev.switchboard.engine.routing;

import java.util.Map;
import java.util.Optional;

/**
 * The rank-sum test of Wilcoxon, stratified as by van Elteren ("On the combination of independent
 * two-sample tests of Wilcoxon", Bulletin of the International Statistical Institute 37, 1960),
 * with the usual correction for ties: within each language on each network, the loud one's ranks
 * are compared with those of the quiet ones, and a stratum of {@code N} counts by {@code 1 / (N +
 * 1)}.
 *
 * <p>An alarm needs {@value #MIN_EACH} customers of either, a deviation that chance alone shows
 * once in a thousand times (one-sided), and an effect that people would feel: the loud wait less in
 * {@value #MIN_SHORTER} of comparisons, where .5 is even.
 */
final class RankSums {
  static final long MIN_EACH = 50;
  static final double MIN_SHORTER = 0.55;

  /** The .001 quantile of the standard normal distribution. */
  private static final double MAX_Z = -3.0902;

  private long loudCount;
  private long quietCount;
  private double deviation;
  private double variance;
  private double pairs;
  private double shorterPairs;

  void add(Map<Reach, Waits> stratum) {
    Waits loud = stratum.getOrDefault(Reach.OVER_10K, new Waits());
    Waits quiet = stratum.getOrDefault(Reach.UNDER_1K, new Waits());
    double m = loud.count();
    double n = quiet.count();
    if (m == 0 || n == 0) {
      return;
    }
    loudCount += loud.count();
    quietCount += quiet.count();
    double total = m + n;
    double before = 0;
    double quietLeft = n;
    double rankSum = 0;
    double ties = 0;
    for (int i = 0; i < Waits.BUCKETS; i++) {
      double tied = loud.in(i) + quiet.in(i);
      rankSum += loud.in(i) * (before + (tied + 1) / 2);
      ties += tied * tied * tied - tied;
      before += tied;
      quietLeft -= quiet.in(i);
      shorterPairs += loud.in(i) * (quietLeft + quiet.in(i) / 2.0);
    }
    pairs += m * n;
    deviation += (rankSum - m * (total + 1) / 2) / (total + 1);
    double untied = 1 - ties / (total * total * total - total);
    variance += m * n * untied / (12 * (total + 1));
  }

  boolean isEnough() {
    return loudCount >= MIN_EACH && quietCount >= MIN_EACH && variance > 0;
  }

  Optional<LoudFirst> findAlarm() {
    if (!isEnough()) {
      return Optional.empty();
    }
    double z = deviation / StrictMath.sqrt(variance);
    double shorter = shorterPairs / pairs;
    return z <= MAX_Z && shorter >= MIN_SHORTER
        ? Optional.of(new LoudFirst(loudCount, quietCount, shorter, z))
        : Optional.empty();
  }
}
