package dev.switchboard.engine.routing.simulate;

import java.util.SplittableRandom;

/** Draws that are the same on every machine. */
final class Chance {
  private static final double TWO_TO_THE_53 = 0x1.0p53;

  private Chance() {}

  static double normal(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  static double logNormal(SplittableRandom random, double median, double sigma) {
    return median * StrictMath.exp(sigma * normal(random));
  }

  /** An index, as often as its weight says. */
  static int pick(SplittableRandom random, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /**
   * A number of 0 up to 1 that depends on these alone, so that what one person does with one case
   * is the same whoever routes it. The finaliser is that of SplitMix64 (Steele, Lea and Flood
   * 2014).
   */
  static double of(long seed, long a, long b, long c) {
    long mixed = mix(mix(mix(seed ^ 0x9e3779b97f4a7c15L) + a) + b) + c;
    return (mix(mixed) >>> 11) / TWO_TO_THE_53;
  }

  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
