package dev.switchboard.store.process;

import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Where cases are in their flows, made from the log by one reader of it. Any thread. */
public final class PlaceStore {
  private final Jdbi jdbi;

  public PlaceStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How far the log has been read; everything up to here stands in the places. */
  public long position() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT seq FROM process_follower").mapTo(long.class).one());
  }

  /** Whether time alone decides something by now. */
  public boolean isAnyDue(Instant now) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT EXISTS (SELECT FROM case_places WHERE look_again_at <= :now)")
                .bind("now", Times.sql(now))
                .mapTo(boolean.class)
                .one());
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Function<PlaceTransaction, R> work) {
    return jdbi.inTransaction(h -> work.apply(new PlaceTransaction(h)));
  }
}
