package dev.switchboard.bench.desk;

import java.util.Random;

/** How fast people work. */
enum Pace {
  /** A case in half a minute or so, as the fastest people manage for an hour. */
  QUICK(8_000, 16_000, 5, 15),
  /** A case in ten seconds, which nobody can: a load beyond what will be. */
  HURRIED(0, 1, 1, 6);

  private final int minReadMillis;
  private final int maxReadMillis;
  private final int minSteps;
  private final int maxSteps;

  Pace(int minReadMillis, int maxReadMillis, int minSteps, int maxSteps) {
    this.minReadMillis = minReadMillis;
    this.maxReadMillis = maxReadMillis;
    this.minSteps = minSteps;
    this.maxSteps = maxSteps;
  }

  /** How long somebody reads what they have claimed. */
  long readMillis(Random random) {
    return random.nextLong(minReadMillis, maxReadMillis);
  }

  /** How often the page keeps what is typed, once in two seconds, until it is sent. */
  int typingSteps(Random random) {
    return random.nextInt(minSteps, maxSteps + 1);
  }
}
