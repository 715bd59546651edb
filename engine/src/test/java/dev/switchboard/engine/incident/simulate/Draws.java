package dev.switchboard.engine.incident.simulate;

import java.util.SplittableRandom;

/** Random numbers of one incident, from its seed alone. Not thread-safe. */
final class Draws {
  private final SplittableRandom random;

  Draws(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0, below {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  double exponential(double mean) {
    return mean * random.nextExponential();
  }

  double logNormal(double median, double sigma) {
    return median * Math.exp(sigma * random.nextGaussian());
  }

  double weibull(double shape, double scale) {
    return scale * Math.pow(random.nextExponential(), 1 / shape);
  }

  /** Marsaglia and Tsang 2000, for shapes of at least one. */
  double gamma(double shape, double mean) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v * mean / shape;
      }
    }
  }

  /** How many arrivals of rate one come before {@code mean}. */
  int poisson(double mean) {
    int count = 0;
    double at = random.nextExponential();
    while (at < mean) {
      count++;
      at += random.nextExponential();
    }
    return count;
  }

  /** An index, as often as its weight says. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Shares that sum to one, exponential weights normalised: a Dirichlet of ones. */
  double[] shares(int parts) {
    double[] shares = new double[parts];
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      shares[i] = random.nextExponential() + 1e-3;
      sum += shares[i];
    }
    for (int i = 0; i < parts; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
