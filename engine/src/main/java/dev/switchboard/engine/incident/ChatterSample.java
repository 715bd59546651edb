package dev.switchboard.engine.incident;

/**
 * Which chatter is looked at. What people pass on is said so often that a part of it tells how much
 * there is.
 */
final class ChatterSample {
  /** Each post of it counts as so many, less than any incident has customers: one says nothing. */
  static final int COUNTS_AS = 4;

  private ChatterSample() {}

  /** Whether a post is in it: one in eight, drawn by its number, the same ones after a restart. */
  static boolean takes(long post) {
    return post * 0x9E3779B97F4A7C15L >>> 61 == 0;
  }
}
