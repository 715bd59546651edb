package dev.switchboard.engine.triage.classify;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A linear support vector machine with squared hinge loss, by coordinate descent in the dual (Hsieh
 * et al., "A dual coordinate descent method for large-scale linear SVM", ICML 2008). The same rows
 * in the same order and the same seed give the same weights, bit for bit.
 */
final class DualCoordinateDescent {
  private static final int MAX_ROUNDS = 30;
  private static final double TOLERANCE = 0.01;

  private DualCoordinateDescent() {}

  /**
   * Learns to tell rows apart.
   *
   * @param positive whether each row is to score above 0
   * @param costs what a mistake on each row costs, above 0
   * @param places how many weights there are, without the bias
   * @return the weights, then the bias
   */
  static double[] learn(
      List<SparseRow> rows, boolean[] positive, double[] costs, int places, long seed) {
    int n = rows.size();
    double[] weights = new double[places + 1];
    double[] alpha = new double[n];
    double[] lengths = new double[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      lengths[i] = 1 + rows.get(i).squaredLength();
      order[i] = i;
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      shuffle(order, random);
      double worst = 0;
      for (int i : order) {
        SparseRow row = rows.get(i);
        double sign = positive[i] ? 1 : -1;
        double softness = 0.5 / costs[i];
        double slope = sign * (row.dot(weights) + weights[places]) - 1 + alpha[i] * softness;
        double violation = alpha[i] == 0 ? Math.min(slope, 0) : slope;
        if (violation != 0) {
          worst = Math.max(worst, Math.abs(violation));
          double before = alpha[i];
          alpha[i] = Math.max(before - slope / (lengths[i] + softness), 0);
          double step = (alpha[i] - before) * sign;
          row.addTo(weights, step);
          weights[places] += step;
        }
      }
      if (worst < TOLERANCE) {
        break;
      }
    }
    return weights;
  }

  static void shuffle(int[] order, RandomGenerator random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
