package dev.switchboard.store.floor;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How many of those who were answered lately were answered within every deadline.
 *
 * @param since cases are counted whose customer had the first answer at or after this
 */
public record InTime(Instant since, long answered, long inTime) {
  public InTime {
    if (inTime < 0 || inTime > answered) {
      throw new IllegalArgumentException("those in time must be between 0 and those answered");
    }
  }

  /** Between 0 and 1; empty if nothing was answered. */
  public OptionalDouble share() {
    return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / answered);
  }
}
