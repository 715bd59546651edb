package dev.switchboard.engine.incident;

/**
 * Which chatter is looked at. What people pass on is said so often that a part of it tells how much
 * there is; each post of the sample counts as {@link #EVERY}, which is less than the least number
 * of customers, so that one of them alone changes nothing.
 */
final class ChatterSample {
  static final int EVERY = 4;

  private ChatterSample() {}

  /** Whether a post is in it: drawn by its number alone, so the same ones after a restart. */
  static boolean takes(long post) {
    return (post * 0x9E3779B97F4A7C15L >>> 62) == 0;
  }
}
