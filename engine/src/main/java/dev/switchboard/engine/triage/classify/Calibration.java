package dev.switchboard.engine.triage.classify;

import java.util.Arrays;
import java.util.List;

/**
 * From scores to probabilities that mean what they say: softmax(slope × score + offset of the
 * class), fitted by maximum likelihood on texts that were held out (Platt 1999 for two classes;
 * vector scaling with one slope, Guo et al. 2017, for more). Immutable.
 */
record Calibration(float slope, float[] offsets) {
  private static final int ROUNDS = 200;
  private static final double FIRST_SLOPE = 1;
  private static final double RATE = 0.3;

  /** How hard offsets are held near 0, in texts: for classes with few of them. */
  private static final double OFFSET_PULL = 1;

  /** Takes scores as log-odds. */
  static Calibration none(int classes) {
    return new Calibration(1, new float[classes]);
  }

  /** Writes probabilities over the scores of each class. */
  void apply(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = slope * scores[k] + offsets[k];
      max = Math.max(max, scores[k]);
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

  /** The probability of one class; the first of {@code scores} are those of the classes. */
  double share(float[] scores, int of) {
    double own = slope * scores[of] + offsets[of];
    double sum = 0;
    for (int k = 0; k < offsets.length; k++) {
      sum += StrictMath.exp(slope * scores[k] + offsets[k] - own);
    }
    return 1 / sum;
  }

  /** Fits by gradient steps of their own size for each parameter (Duchi et al., AdaGrad). */
  static Calibration fit(List<float[]> scores, int[] labels, int classes) {
    double[] parameters = new double[classes + 1];
    parameters[classes] = FIRST_SLOPE;
    double[] squares = new double[classes + 1];
    double[] gradient = new double[classes + 1];
    double[] shares = new double[classes];
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(gradient, 0);
      Calibration now = of(parameters);
      for (int i = 0; i < labels.length; i++) {
        float[] row = scores.get(i);
        for (int k = 0; k < classes; k++) {
          shares[k] = row[k];
        }
        now.apply(shares);
        for (int k = 0; k < classes; k++) {
          double error = shares[k] - (k == labels[i] ? 1 : 0);
          gradient[k] += error;
          gradient[classes] += error * row[k];
        }
      }
      for (int p = 0; p <= classes; p++) {
        double slopeOf = gradient[p] + (p < classes ? OFFSET_PULL * parameters[p] : 0);
        squares[p] += slopeOf * slopeOf;
        parameters[p] -= squares[p] == 0 ? 0 : RATE * slopeOf / Math.sqrt(squares[p]);
      }
      parameters[classes] = Math.max(parameters[classes], 0.01);
    }
    return of(parameters);
  }

  private static Calibration of(double[] parameters) {
    int classes = parameters.length - 1;
    float[] offsets = new float[classes];
    for (int k = 0; k < classes; k++) {
      offsets[k] = (float) parameters[k];
    }
    return new Calibration((float) parameters[classes], offsets);
  }
}
