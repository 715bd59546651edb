package dev.switchboard.engine.triage.classify;

/**
 * Units between features and scores, for what a sum of features can't say: each is a weighted sum
 * of its own, cut off below zero, that speaks for some labels and against others. Immutable.
 *
 * @param labels how many scores there are
 * @param output for each unit what it adds to each score, then once what is always added
 */
record HiddenLayer(int labels, float[] output) {
  static HiddenLayer none(int labels) {
    return new HiddenLayer(labels, new float[0]);
  }

  int units() {
    return output.length == 0 ? 0 : output.length / labels - 1;
  }

  /** Adds to the first scores what the units behind them say. */
  void apply(float[] scores) {
    int units = units();
    for (int u = 0; u < units; u++) {
      if (scores[labels + u] > 0) {
        add(scores[labels + u], u, scores);
      }
    }
    if (units > 0) {
      add(1, units, scores);
    }
  }

  private void add(float much, int row, float[] scores) {
    for (int k = 0, at = row * labels; k < labels; k++, at++) {
      scores[k] += much * output[at];
    }
  }
}
