package dev.switchboard.engine.incident.detection;

import java.time.Instant;

/** Moments as hours since 1970; a double keeps them to a microsecond. */
final class Hours {
  static final int IN_A_DAY = 24;
  static final int IN_A_WEEK = 168;

  /** 1 January 1970 was a Thursday. */
  private static final int THURSDAY_HOURS = 3 * IN_A_DAY;

  private Hours() {}

  static double of(Instant at) {
    return (at.getEpochSecond() + at.getNano() / 1e9) / 3_600;
  }

  static Instant instant(double hours) {
    return Instant.ofEpochMilli(Math.round(hours * 3_600_000));
  }

  /** Whole weeks, each from Monday, UTC. */
  static long week(double hours) {
    return (long) Math.floor((hours + THURSDAY_HOURS) / IN_A_WEEK);
  }

  /** 0 is Monday's first, UTC. */
  static int ofWeek(double hours) {
    return Math.floorMod((long) Math.floor(hours) + THURSDAY_HOURS, IN_A_WEEK);
  }
}
