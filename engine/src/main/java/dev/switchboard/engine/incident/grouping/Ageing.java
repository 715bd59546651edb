package dev.switchboard.engine.incident.grouping;

import java.time.Duration;

/**
 * Counts in which older posts count less, without touching the old ones: a new post counts 2^(age
 * of the base / half-life), and all are scaled by a power of two, which rounds nothing, before the
 * numbers grow too large.
 */
final class Ageing {
  private static final int MAX_EXPONENT = 30;

  private final long halfLifeMillis;
  private long baseMillis;
  private long unitMillis = Long.MIN_VALUE;
  private double unit = 1;
  private double posts;

  Ageing(Duration halfLife) {
    this.halfLifeMillis = halfLife.toMillis();
  }

  /** What one post counts now. */
  double unit() {
    return unit;
  }

  /** How many posts were counted, in the same units. */
  double posts() {
    return posts;
  }

  long baseMillis() {
    return baseMillis;
  }

  /** Time goes on to here, never back; scales the terms if need be. */
  void advance(long nowMillis, Terms terms) {
    if (unitMillis == Long.MIN_VALUE) {
      baseMillis = nowMillis;
    }
    if (nowMillis == unitMillis) {
      return;
    }
    unitMillis = nowMillis;
    long steps = (nowMillis - baseMillis) / (halfLifeMillis * MAX_EXPONENT);
    if (steps > 0) {
      int power = (int) -Math.min(steps * MAX_EXPONENT, 2_000);
      posts = Math.scalb(posts, power);
      terms.scale(power);
      baseMillis += steps * halfLifeMillis * MAX_EXPONENT;
    }
    unit = Math.pow(2, (double) (nowMillis - baseMillis) / halfLifeMillis);
  }

  void countPost() {
    posts += unit;
  }

  /** After a restore. */
  void restore(long base, long now, double counted) {
    baseMillis = base;
    unitMillis = now;
    posts = counted;
    unit = Math.pow(2, (double) (now - base) / halfLifeMillis);
  }
}
