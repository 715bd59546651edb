package dev.switchboard.store.people;

import dev.switchboard.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Transactions on accounts, and what is noted in passing. Any thread. */
public final class AccountStore {
  private static final int MAX_SWEPT = 1_000;

  private final Jdbi jdbi;

  public AccountStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Instant now, Function<AccountTransaction, R> work) {
    return jdbi.inTransaction(h -> work.apply(new AccountTransaction(h, now)));
  }

  /** Notes that a session was used; without a wait for others who note the same. */
  public void touchSession(long session, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE sessions SET seen_at = :now WHERE id = :id AND seen_at < :now")
                .bind("id", session)
                .bind("now", Times.sql(now))
                .execute());
  }

  public void touchKey(long key, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE api_keys SET used_at = :now WHERE id = :id")
                .bind("id", key)
                .bind("now", Times.sql(now))
                .execute());
  }

  /** An open session that has run out. */
  public record RunOut(long session, String person, boolean idle) {}

  /** Open sessions that have run out, at most a thousand. */
  public List<RunOut> runOut(Instant now, Duration idle, Duration longest) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT s.id, p.name, s.created_at > :longest AS idle
                    FROM sessions s JOIN people p ON p.id = s.person_id
                    WHERE s.ended_at IS NULL AND (s.seen_at <= :idle OR s.created_at <= :longest)
                    LIMIT :limit
                    """)
                .bind("idle", Times.sql(now.minus(idle)))
                .bind("longest", Times.sql(now.minus(longest)))
                .bind("limit", MAX_SWEPT)
                .map(
                    (row, _) ->
                        new RunOut(
                            row.getLong("id"), row.getString("name"), row.getBoolean("idle")))
                .list());
  }

  /** Deletes what is of no use any more: failures, ended sessions and links of before a time. */
  public void forget(Instant before) {
    jdbi.useHandle(
        h -> {
          h.createUpdate("DELETE FROM sign_in_failures WHERE last_at < :before")
              .bind("before", Times.sql(before))
              .execute();
          h.createUpdate("DELETE FROM sessions WHERE ended_at < :before")
              .bind("before", Times.sql(before))
              .execute();
          h.createUpdate("DELETE FROM one_time_links WHERE expires_at < :before")
              .bind("before", Times.sql(before))
              .execute();
        });
  }
}
