package dev.switchboard.store.reads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case went from one person's hands into another's.
 *
 * @param seq of the event
 * @param reason why it was taken over; null if it was handed over
 */
public record HandRow(long seq, Instant at, String from, String to, @Nullable String reason) {
  public boolean isTakeOver() {
    return reason != null;
  }
}
