package dev.switchboard.engine.incident.detection.simulate;

import java.util.SplittableRandom;

/** Random draws from one seed. */
final class Draw {
  /** Above this the normal approximation of a Poisson count does. */
  private static final double LARGE_MEAN = 400;

  private final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  double uniform() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGE_MEAN) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double left = mean;
    int count = -1;
    while (left > 0) {
      left += Math.log(1 - random.nextDouble());
      count++;
    }
    return count;
  }

  /** Mean 1, variance 1 / shape (Marsaglia and Tsang 2000); shape at least 1. */
  double gamma(double shape) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v / shape;
      }
    }
  }

  double logUniform(double from, double to) {
    return Math.exp(Math.log(from) + random.nextDouble() * (Math.log(to) - Math.log(from)));
  }
}
