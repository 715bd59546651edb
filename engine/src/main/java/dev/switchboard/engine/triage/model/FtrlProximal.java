package dev.switchboard.engine.triage.model;

import dev.switchboard.engine.triage.text.Features;
import java.util.Arrays;

/**
 * A logistic model that learns one text at a time: FTRL-Proximal (McMahan et al., KDD 2013), with a
 * row of weights for two classes and a row a class (softmax) for more. The same texts in the same
 * order give the same weights, bit for bit, on any machine. For one thread at a time.
 *
 * <p>Weights are drawn towards those of a prior model where one is given, and towards zero
 * otherwise: what nothing was learned about stays as it was.
 */
public final class FtrlProximal {
  private final FtrlSettings settings;
  private final int classes;
  private final int rows;
  private final int bits;
  private final float[] z;
  private final float[] n;
  private final float[] prior;
  private final double[] scores;
  private final float[] gradients;

  /** A learner that knows nothing, for labels 0 to {@code classes - 1}, 2 classes or more. */
  public FtrlProximal(int classes, int bits, FtrlSettings settings) {
    this(classes, bits, settings, new float[rows(classes) * Features.places(bits)]);
  }

  /** A learner that starts from what a model knows. */
  public FtrlProximal(LinearModel prior, FtrlSettings settings) {
    this(prior.classes(), prior.bits(), settings, prior.copyWeights());
  }

  FtrlProximal(int classes, int bits, FtrlSettings settings, float[] prior) {
    this.settings = settings;
    this.classes = classes;
    this.rows = rows(classes);
    this.bits = bits;
    this.z = new float[prior.length];
    this.n = new float[prior.length];
    this.prior = prior;
    this.scores = new double[classes];
    this.gradients = new float[rows];
  }

  /**
   * Learns from one text.
   *
   * @param label its class, 0 to {@code classes - 1}
   * @param importance how much it counts, above 0
   */
  public void learn(Features features, int label, float importance) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "label must be 0 to %d, not %d".formatted(classes - 1, label));
    }
    probabilities(features, scores);
    if (rows == 1) {
      gradients[0] = (float) (scores[1] - label) * importance;
    } else {
      for (int k = 0; k < rows; k++) {
        gradients[k] = (float) (scores[k] - (k == label ? 1 : 0)) * importance;
      }
    }
    update(LinearModel.BIAS, 1);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      if (features.strength(s) > 0) {
        update(s, features.strength(s));
      }
    }
    for (int i = 0; i < features.words(); i++) {
      update(features.word(i), features.wordValue());
    }
    for (int i = 0; i < features.chars(); i++) {
      update(features.chars(i), features.charValue());
    }
  }

  /** Writes the probability of each class. */
  public void probabilities(Features features, double[] into) {
    Arrays.fill(into, 0);
    int first = classes - rows; // with one row, the row speaks for class 1
    add(LinearModel.BIAS, 1, into, first);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      if (features.strength(s) > 0) {
        add(s, features.strength(s), into, first);
      }
    }
    for (int i = 0; i < features.words(); i++) {
      add(features.word(i), features.wordValue(), into, first);
    }
    for (int i = 0; i < features.chars(); i++) {
      add(features.chars(i), features.charValue(), into, first);
    }
    Softmax.apply(into);
  }

  /** The weights as they are now, for scoring from any thread. */
  public LinearModel toModel(int version) {
    float[] weights = new float[z.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(i);
    }
    return new LinearModel(classes, bits, version, weights);
  }

  /** Everything this learner knows, as bytes for {@link #restore}. */
  public byte[] snapshot() {
    return FtrlSnapshot.write(settings, classes, bits, z, n, prior);
  }

  /**
   * A learner that continues exactly where the snapshot was taken.
   *
   * @throws IllegalArgumentException if the bytes are no snapshot
   */
  public static FtrlProximal restore(byte[] snapshot) {
    return FtrlSnapshot.read(snapshot);
  }

  void load(float[] fromZ, float[] fromN) {
    System.arraycopy(fromZ, 0, z, 0, z.length);
    System.arraycopy(fromN, 0, n, 0, n.length);
  }

  static int rows(int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException("a model needs 2 classes or more, not " + classes);
    }
    return classes == 2 ? 1 : classes;
  }

  private void add(int place, float value, double[] into, int first) {
    int at = place * rows;
    for (int k = 0; k < rows; k++) {
      into[first + k] += weight(at + k) * value;
    }
  }

  private float weight(int i) {
    float pull = z[i];
    float size = Math.abs(pull);
    if (size <= settings.l1()) {
      return prior[i];
    }
    float beyond = pull > 0 ? settings.l1() - pull : settings.l1() + size;
    float stiffness =
        (settings.beta() + (float) Math.sqrt(n[i])) / settings.alpha() + settings.l2();
    return prior[i] + beyond / stiffness;
  }

  private void update(int place, float value) {
    int at = place * rows;
    for (int k = 0; k < rows; k++) {
      int i = at + k;
      float g = gradients[k] * value;
      float step = (float) ((Math.sqrt(n[i] + g * g) - Math.sqrt(n[i])) / settings.alpha());
      z[i] += g - step * (weight(i) - prior[i]);
      n[i] += g * g;
    }
  }
}
