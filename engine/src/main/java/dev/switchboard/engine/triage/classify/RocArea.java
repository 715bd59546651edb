package dev.switchboard.engine.triage.classify;

import java.util.Arrays;

/**
 * The area under the ROC curve: the chance that a positive scores above a negative (Mann-Whitney;
 * ties count half).
 */
public final class RocArea {
  private RocArea() {}

  /** 0 to 1, or NaN if all are of one kind. */
  public static double of(double[] scores, boolean[] positive) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    double ranks = 0;
    long positives = 0;
    int at = 0;
    while (at < order.length) {
      int end = at;
      while (end < order.length && scores[order[end]] == scores[order[at]]) {
        end++;
      }
      double rank = (at + 1 + end) / 2.0;
      for (int i = at; i < end; i++) {
        if (positive[order[i]]) {
          ranks += rank;
          positives++;
        }
      }
      at = end;
    }
    double pairs = (double) positives * (scores.length - positives);
    return pairs == 0 ? Double.NaN : (ranks - positives * (positives + 1) / 2.0) / pairs;
  }
}
