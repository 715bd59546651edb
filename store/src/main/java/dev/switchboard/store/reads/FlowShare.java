package dev.switchboard.store.reads;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How much of the work that was answered lately needed nobody out of the ordinary.
 *
 * @param since cases are counted whose customer had the first answer at or after this
 * @param answered how many those are, an imported history aside
 * @param flowed how many of them never had an exception, and triage was sure of them
 */
public record FlowShare(Instant since, long answered, long flowed) {
  public FlowShare {
    if (flowed < 0 || flowed > answered) {
      throw new IllegalArgumentException("flowed must be between 0 and answered");
    }
  }

  /** Between 0 and 1; empty if nothing was answered. */
  public OptionalDouble share() {
    return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) flowed / answered);
  }
}
