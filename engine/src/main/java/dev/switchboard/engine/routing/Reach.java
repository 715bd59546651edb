package dev.switchboard.engine.routing;

import org.jspecify.annotations.Nullable;

/**
 * How many people follow an author: known where waits are judged, and never where they are made.
 */
public enum Reach {
  UNKNOWN("unknown"),
  UNDER_1K("below 1,000"),
  UNDER_10K("1,000 to 10,000"),
  OVER_10K("more than 10,000");

  private static final long QUIET_BELOW = 1_000;
  private static final long LOUD_ABOVE = 10_000;

  private final String label;

  Reach(String label) {
    this.label = label;
  }

  /** How people read it, before "followers". */
  public String label() {
    return label;
  }

  /**
   * The band of an author.
   *
   * @param followers null if the network didn't say
   */
  public static Reach of(@Nullable Long followers) {
    if (followers == null) {
      return UNKNOWN;
    }
    if (followers < QUIET_BELOW) {
      return UNDER_1K;
    }
    return followers <= LOUD_ABOVE ? UNDER_10K : OVER_10K;
  }
}
