package dev.switchboard.engine.triage.tool;

import java.util.Arrays;
import java.util.List;

/**
 * The area under the ROC curve: the chance that a text with label 1 scores above one with label 0
 * (Mann-Whitney; ties count half).
 */
final class Auc {
  private Auc() {}

  record Scored(double score, int label) {}

  static double of(List<Scored> scored) {
    Scored[] sorted = scored.toArray(Scored[]::new);
    Arrays.sort(sorted, (a, b) -> Double.compare(a.score(), b.score()));
    double ranks = 0;
    long ones = 0;
    int at = 0;
    while (at < sorted.length) {
      int end = at;
      while (end < sorted.length && sorted[end].score() == sorted[at].score()) {
        end++;
      }
      double rank = (at + 1 + end) / 2.0;
      for (int i = at; i < end; i++) {
        if (sorted[i].label() == 1) {
          ranks += rank;
          ones++;
        }
      }
      at = end;
    }
    long zeros = sorted.length - ones;
    return (ranks - ones * (ones + 1) / 2.0) / ((double) ones * zeros);
  }
}
