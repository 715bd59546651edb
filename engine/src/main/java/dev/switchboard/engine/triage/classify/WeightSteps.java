package dev.switchboard.engine.triage.classify;

/**
 * Weights in whole steps of a power of two, -32767 to 32767 of them to the largest weight of a
 * score: what is learned is rounded at once, so that what is stored is what was learned.
 */
final class WeightSteps {
  static final int MAX_STEPS = Short.MAX_VALUE;

  private WeightSteps() {}

  static float[][] rounded(float[][] weights) {
    float[][] rounded = new float[weights.length][];
    for (int k = 0; k < weights.length; k++) {
      float step = step(weights[k]);
      rounded[k] = new float[weights[k].length];
      for (int i = 0; i < weights[k].length; i++) {
        rounded[k][i] = Math.round(weights[k][i] / step) * step;
      }
    }
    return rounded;
  }

  /** The smallest power of two of which the largest weight is at most {@link #MAX_STEPS}. */
  static float step(float[] weights) {
    float largest = Float.MIN_NORMAL * MAX_STEPS;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float step = Math.scalb(1f, Math.getExponent(largest) - 15);
    while (Math.round(largest / step) > MAX_STEPS) {
      step *= 2;
    }
    return step;
  }
}
