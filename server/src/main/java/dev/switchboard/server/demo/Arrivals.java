package dev.switchboard.server.demo;

import java.time.Duration;
import java.util.Random;

/**
 * When posts come: a Poisson process whose rate follows the day's shape, drawn by thinning (Lewis
 * and Shedler, Simulation of nonhomogeneous Poisson processes by thinning, 1979). One thread.
 */
final class Arrivals {
  private final Random random;
  private final DayShape shape;
  private final double morningRate;
  private final double stormFactor;
  private double second;

  /**
   * @param morningRate posts a scripted second, above 0
   * @param stormFactor rate at the height over rate in the morning, 1 or more
   */
  Arrivals(Random random, DayShape shape, double morningRate, double stormFactor) {
    this.random = random;
    this.shape = shape;
    this.morningRate = morningRate;
    this.stormFactor = stormFactor;
  }

  Duration next() {
    double highest = morningRate * stormFactor;
    while (true) {
      second -= StrictMath.log(1 - random.nextDouble()) / highest;
      Duration at = Duration.ofNanos((long) (second * 1e9));
      if (random.nextDouble() * highest < rateAt(at)) {
        return at;
      }
    }
  }

  private double rateAt(Duration at) {
    return morningRate * (1 + (stormFactor - 1) * shape.stormAt(at));
  }
}
