package dev.switchboard.engine.casework;

import java.time.Duration;

/**
 * What a company sets about its cases.
 *
 * @param lease how long a claim lasts without a heartbeat
 * @param reopenWithin a customer who writes this soon after closing reopens the case
 * @param historyAfter an imported post older than this enters as history, not as work
 */
public record CasePolicy(Duration lease, Duration reopenWithin, Duration historyAfter) {
  public static final CasePolicy DEFAULT =
      new CasePolicy(Duration.ofMinutes(2), Duration.ofDays(7), Duration.ofDays(7));

  public CasePolicy {
    if (!lease.isPositive() || reopenWithin.isNegative() || historyAfter.isNegative()) {
      throw new IllegalArgumentException(
          "lease must be positive, reopenWithin and historyAfter not negative");
    }
  }
}
