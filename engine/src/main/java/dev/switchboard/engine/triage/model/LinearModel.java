package dev.switchboard.engine.triage.model;

import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;
import java.util.Arrays;

/**
 * A linear model for scoring: immutable, any thread may ask. The first {@link Signal#PLACES} places
 * of each row are the signals and the bias, the others hashed features.
 */
public final class LinearModel {
  /** The place of the bias: the last of those kept for signals. */
  public static final int BIAS = Signal.PLACES - 1;

  private final int classes;
  private final int rows;
  private final int bits;
  private final int version;
  private final float[] weights;

  LinearModel(int classes, int bits, int version, float[] weights) {
    if (version < 1) {
      throw new IllegalArgumentException("version must be 1 or more, not " + version);
    }
    this.classes = classes;
    this.rows = FtrlProximal.rows(classes);
    this.bits = bits;
    this.version = version;
    this.weights = weights;
    if (weights.length != rows * Features.places(bits)) {
      throw new IllegalArgumentException(
          "%d weights for %d rows of 2^%d places".formatted(weights.length, rows, bits));
    }
  }

  /** A model of two classes with these weights, one a place; they are copied. */
  public static LinearModel ofTwoClasses(int bits, int version, float[] weights) {
    return new LinearModel(2, bits, version, weights.clone());
  }

  public int classes() {
    return classes;
  }

  public int bits() {
    return bits;
  }

  /** 1 or more. */
  public int version() {
    return version;
  }

  /** The weight of a place for a class; with two classes the only row speaks for class 1. */
  public float weight(int place, int ofClass) {
    return rows == 1 ? weights[place] : weights[place * rows + ofClass];
  }

  /** The log-odds of class 1 in a model of two classes. */
  public double logOdds(Features features) {
    if (rows != 1) {
      throw new IllegalStateException("log-odds are for two classes, not " + classes);
    }
    double score = weights[BIAS];
    for (int s = 0; s < Features.STRENGTHS; s++) {
      score += features.strength(s) * weights[s];
    }
    float words = 0;
    for (int i = 0; i < features.words(); i++) {
      words += weights[features.word(i)];
    }
    float chars = 0;
    for (int i = 0; i < features.chars(); i++) {
      chars += weights[features.chars(i)];
    }
    return score + words * features.wordValue() + chars * features.charValue();
  }

  /** The probability of class 1 that log-odds stand for, 0 to 1. */
  public static double probability(double logOdds) {
    return Softmax.sigmoid(logOdds);
  }

  /** Writes the probability of each class. */
  public void probabilities(Features features, double[] into) {
    if (rows == 1) {
      into[1] = Softmax.sigmoid(logOdds(features));
      into[0] = 1 - into[1];
      return;
    }
    Arrays.fill(into, 0);
    add(BIAS, 1, into);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      if (features.strength(s) > 0) {
        add(s, features.strength(s), into);
      }
    }
    for (int i = 0; i < features.words(); i++) {
      add(features.word(i), features.wordValue(), into);
    }
    for (int i = 0; i < features.chars(); i++) {
      add(features.chars(i), features.charValue(), into);
    }
    Softmax.apply(into);
  }

  float[] copyWeights() {
    return weights.clone();
  }

  private void add(int place, float value, double[] into) {
    int at = place * rows;
    for (int k = 0; k < rows; k++) {
      into[k] += weights[at + k] * value;
    }
  }
}
