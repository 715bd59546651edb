package dev.switchboard.engine.triage.model;

/** Scores to probabilities. StrictMath, so that every machine gets the same. */
final class Softmax {
  private Softmax() {}

  static void apply(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = StrictMath.exp(scores[k] - max);
      sum += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= sum;
    }
  }

  static double sigmoid(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
