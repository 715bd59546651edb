package dev.switchboard.engine.triage.classify;

import java.util.Arrays;
import java.util.List;

/**
 * How differently a feature is spread over a class and the rest: |ln(share there / share here)|
 * (Wang and Manning, "Baselines and bigrams", ACL 2012), blended with one so that no feature is
 * lost.
 */
final class LogCountRatio {
  private static final float PLAIN_SHARE = 0.25f;
  private static final double SMOOTHING = 1;

  private LogCountRatio() {}

  static float[] scales(List<SparseRow> rows, boolean[] positive, int places) {
    double[] with = new double[places];
    double[] without = new double[places];
    Arrays.fill(with, SMOOTHING);
    Arrays.fill(without, SMOOTHING);
    double positives = 2 * SMOOTHING;
    double negatives = 2 * SMOOTHING;
    for (int i = 0; i < positive.length; i++) {
      double[] counts = positive[i] ? with : without;
      for (int place : rows.get(i).places()) {
        counts[place]++;
      }
      positives += positive[i] ? 1 : 0;
      negatives += positive[i] ? 0 : 1;
    }
    float[] scales = new float[places];
    for (int place = 0; place < places; place++) {
      double ratio = with[place] / positives / (without[place] / negatives);
      scales[place] = PLAIN_SHARE + (1 - PLAIN_SHARE) * (float) Math.abs(StrictMath.log(ratio));
    }
    return scales;
  }
}
