package dev.switchboard.store.customers;

import dev.switchboard.store.Directory;
import dev.switchboard.store.desk.DeskStore;
import java.time.Instant;
import java.util.function.Function;

/** Transactions on customers. Any thread. */
public final class CustomerStore {
  private final DeskStore desk;
  private final Directory directory;

  public CustomerStore(DeskStore desk, Directory directory) {
    this.desk = desk;
    this.directory = directory;
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Instant now, Function<CustomerTransaction, R> work) {
    return desk.inTransaction(
        now, cases -> work.apply(new CustomerTransaction(cases, directory, now)));
  }
}
