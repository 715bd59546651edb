package dev.switchboard.store.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cases that rest in their holders' hands.
 *
 * @param customer how many wait for the customer, and {@code company} how many for the company
 * @param next when the first of them goes on by itself; null if there is none
 */
public record PausedLoad(long customer, long company, @Nullable Instant next) {
  public long all() {
    return customer + company;
  }
}
