package dev.switchboard.engine.triage.classify;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Learns a hidden layer by gradient steps of their own size for each weight (Duchi et al., AdaGrad
 * 2011) on the log loss of a softmax. Features and units are left out by chance in each step, so
 * that none is relied upon (Srivastava et al., "Dropout", 2014). The same rows in the same order
 * and the same seed give the same layer, bit for bit. For one thread, once.
 */
final class HiddenLayerTrainer {
  static final int ROUNDS = 20;

  private static final float RATE = 0.03f;
  private static final float LEFT_OUT = 0.4f;
  private static final float FIRST_SQUARES = 1e-3f;

  /** Beside scores of machines with a margin of one; chosen by folds. */
  private static final float BLEND = 0.2f;

  private final List<SparseRow> rows;
  private final int[] classes;
  private final int labels;
  private final int units;
  private final int places;
  private final RandomGenerator random;
  private final Parameters input;
  private final Parameters output;
  private final float[] hidden;
  private final float[] errors;
  private final float[] sums;

  /** Weights, feature by feature or unit by unit, then biases; and the squares of their steps. */
  private record Parameters(float[] weights, float[] squares) {
    static Parameters of(int size) {
      Parameters parameters = new Parameters(new float[size], new float[size]);
      Arrays.fill(parameters.squares, FIRST_SQUARES);
      return parameters;
    }

    /** One step down the slope {@code much × slopes}, of the weights from a place on. */
    void step(int from, float much, float[] slopes, float rate) {
      for (int k = 0; k < slopes.length; k++) {
        float slope = much * slopes[k];
        squares[from + k] += slope * slope;
        weights[from + k] -= rate * slope / (float) Math.sqrt(squares[from + k]);
      }
    }

    void addTo(float[] sums, int from, float much) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += much * weights[from + k];
      }
    }
  }

  HiddenLayerTrainer(
      List<SparseRow> rows, int[] classes, int labels, int units, int places, long seed) {
    this.rows = rows;
    this.classes = classes;
    this.labels = labels;
    this.units = units;
    this.places = places;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.input = Parameters.of(Math.multiplyExact(places + 1, units));
    this.output = Parameters.of((units + 1) * labels);
    this.hidden = new float[units];
    this.errors = new float[units];
    this.sums = new float[labels];
  }

  /** The weights of each unit by place, then its bias; and the layer. */
  LearnedWeights learn(Runnable roundDone) {
    start();
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < ROUNDS; round++) {
      float rate = RATE * (1 - round / (float) ROUNDS);
      DualCoordinateDescent.shuffle(order, random);
      for (int i : order) {
        step(rows.get(i), classes[i], rate);
      }
      roundDone.run();
    }
    return learned();
  }

  /** Small weights by chance for features that occur; the others never move and stay zero. */
  private void start() {
    boolean[] occurs = new boolean[places];
    for (SparseRow row : rows) {
      for (int place : row.places()) {
        occurs[place] = true;
      }
    }
    float spread = 1 / (float) Math.sqrt(units);
    for (int place = 0; place < places; place++) {
      for (int u = 0; occurs[place] && u < units; u++) {
        input.weights[place * units + u] = spread * (float) random.nextGaussian();
      }
    }
    for (int i = 0; i < units * labels; i++) {
      output.weights[i] = spread * (float) random.nextGaussian();
    }
  }

  private void step(SparseRow row, int label, float rate) {
    float[] values = forward(row);
    softmaxErrors(label);
    for (int u = 0; u < units; u++) {
      float error = 0;
      if (hidden[u] > 0) {
        for (int k = 0; k < labels; k++) {
          error += sums[k] * output.weights[u * labels + k];
        }
        output.step(u * labels, hidden[u], sums, rate);
      }
      errors[u] = error / (1 - LEFT_OUT);
    }
    output.step(units * labels, 1, sums, rate);
    input.step(places * units, 1, errors, rate);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        input.step(row.places()[i] * units, values[i], errors, rate);
      }
    }
  }

  /** Fills hidden units and sums; the values are those of the features that were not left out. */
  private float[] forward(SparseRow row) {
    float[] values = new float[row.values().length];
    Arrays.fill(hidden, 0);
    input.addTo(hidden, places * units, 1);
    for (int i = 0; i < values.length; i++) {
      if (random.nextFloat() >= LEFT_OUT) {
        values[i] = row.values()[i] / (1 - LEFT_OUT);
        input.addTo(hidden, row.places()[i] * units, values[i]);
      }
    }
    Arrays.fill(sums, 0);
    output.addTo(sums, units * labels, 1);
    for (int u = 0; u < units; u++) {
      boolean kept = hidden[u] > 0 && random.nextFloat() >= LEFT_OUT;
      hidden[u] = kept ? hidden[u] / (1 - LEFT_OUT) : 0;
      if (kept) {
        output.addTo(sums, u * labels, hidden[u]);
      }
    }
    return values;
  }

  /** From sums to the slopes of the log loss: probability less one for the right label. */
  private void softmaxErrors(int label) {
    float max = Float.NEGATIVE_INFINITY;
    for (float sum : sums) {
      max = Math.max(max, sum);
    }
    double total = 0;
    for (int k = 0; k < labels; k++) {
      sums[k] = (float) StrictMath.exp(sums[k] - max);
      total += sums[k];
    }
    for (int k = 0; k < labels; k++) {
      sums[k] = (float) (sums[k] / total) - (k == label ? 1 : 0);
    }
  }

  private LearnedWeights learned() {
    float[][] byUnit = new float[units][places + 1];
    for (int place = 0; place <= places; place++) {
      for (int u = 0; u < units; u++) {
        byUnit[u][place] = input.weights[place * units + u];
      }
    }
    float[] blended = output.weights.clone();
    for (int i = 0; i < blended.length; i++) {
      blended[i] *= BLEND;
    }
    return new LearnedWeights(byUnit, new HiddenLayer(labels, blended));
  }
}
