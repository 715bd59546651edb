package dev.switchboard.store.people;

import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Transactions on profiles, presence and teams. Any thread. */
public final class StaffStore {
  private final Jdbi jdbi;

  public StaffStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Instant now, Function<StaffTransaction, R> work) {
    return jdbi.inTransaction(h -> work.apply(new StaffTransaction(h, now)));
  }
}
