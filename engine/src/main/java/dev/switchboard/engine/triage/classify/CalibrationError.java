package dev.switchboard.engine.triage.classify;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How far probabilities are from what happens. */
public final class CalibrationError {
  /** Bins of equal count. */
  public static final int BINS = 15;

  private CalibrationError() {}

  /** Mean distance between probability and share, over bins of equal count weighted by count. */
  public static double of(double[] probabilities, boolean[] happened) {
    Integer[] order = new Integer[probabilities.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(probabilities[a], probabilities[b]));
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int from = (int) ((long) order.length * bin / BINS);
      int to = (int) ((long) order.length * (bin + 1) / BINS);
      double gap = 0;
      for (int i = from; i < to; i++) {
        gap += probabilities[order[i]] - (happened[order[i]] ? 1 : 0);
      }
      error += Math.abs(gap);
    }
    return order.length == 0 ? 0 : error / order.length;
  }

  /** What a model whose probabilities are exactly right would get on so many rows, on average. */
  public static double ofPerfect(double[] probabilities, int draws, RandomGenerator random) {
    double sum = 0;
    boolean[] happened = new boolean[probabilities.length];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < happened.length; i++) {
        happened[i] = random.nextDouble() < probabilities[i];
      }
      sum += of(probabilities, happened);
    }
    return sum / draws;
  }
}
