package dev.switchboard.engine.triage.promise;

import java.util.List;

/**
 * What an audit says of all that was set aside (Horvitz and Thompson, JASA 1952).
 *
 * @param audited how many posts people looked at
 * @param missed estimated posts that needed help among those set aside
 * @param missedLow lower end of the 95 % interval of {@code missed}
 * @param missedHigh its upper end
 * @param missShare estimated share of those who needed help that was set aside, 0 to 1
 * @param missShareLow lower end of its interval
 * @param missShareHigh its upper end
 */
public record AuditEstimate(
    int audited,
    double missed,
    double missedLow,
    double missedHigh,
    double missShare,
    double missShareLow,
    double missShareHigh) {
  /** With fewer, one unlucky draw would call everybody; the interval has no width yet. */
  private static final int MIN_AUDITED = 5;

  private static final double NORMAL_95 = 1.96;
  private static final double ONE_SIDED_CONFIDENCE = 0.975;

  /**
   * Estimates.
   *
   * @param setAside how many posts were set aside while these were drawn, at least as many
   * @param helped how many posts that needed help were not set aside in that time
   */
  public static AuditEstimate of(List<Audited> sample, int setAside, int helped) {
    if (setAside < sample.size() || helped < 0) {
      throw new IllegalArgumentException(
          "%d audited of %d set aside, %d helped".formatted(sample.size(), setAside, helped));
    }
    double missed = 0;
    double variance = 0;
    double weights = 0;
    double squares = 0;
    int hits = 0;
    for (Audited post : sample) {
      double weight = 1 / post.chance();
      weights += weight;
      squares += weight * weight;
      if (post.neededHelp()) {
        hits++;
        missed += weight;
        variance += (1 - post.chance()) * weight * weight;
      }
    }
    double spread = NORMAL_95 * Math.sqrt(variance);
    double high = Math.max(missed + spread, exactHigh(hits, weights, squares, setAside));
    double low = Math.max(hits, missed - spread);
    missed = Math.min(missed, setAside);
    high = Math.clamp(high, missed, setAside);
    low = Math.min(low, missed);
    return new AuditEstimate(
        sample.size(),
        missed,
        low,
        high,
        share(missed, helped),
        share(low, helped),
        share(high, helped));
  }

  /** Whether even the low end breaks the promise, with enough looked at to say so. */
  public boolean breaks(Promise promise) {
    return audited >= MIN_AUDITED && missShareLow > promise.alpha();
  }

  /** With few hits the normal interval is too narrow: an exact one, at the effective size. */
  private static double exactHigh(int hits, double weights, double squares, int setAside) {
    int effective = squares == 0 ? 0 : (int) Math.max(hits, weights * weights / squares);
    return effective == 0
        ? setAside
        : setAside * BinomialBound.upper(hits, effective, ONE_SIDED_CONFIDENCE);
  }

  private static double share(double missed, int helped) {
    return missed + helped == 0 ? 0 : missed / (missed + helped);
  }
}
