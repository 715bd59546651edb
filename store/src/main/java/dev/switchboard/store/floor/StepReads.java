package dev.switchboard.store.floor;

import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Open cases by step, and their deadlines; one statement a call. Of a brand, or of all if it is
 * null. Any thread.
 */
public final class StepReads {
  private static final int MAX_STEPS = 200;

  private final Jdbi jdbi;

  public StepReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The steps with the most breaches first, then those with the most cases; at most 200. */
  public List<StepLoad> steps(@Nullable String brand, Instant now) {
    return jdbi.withHandle(
        h ->
            of(
                    h.createQuery(
                        """
                        SELECT flow, step, state, count(*) AS cases, min(entered_at) AS since,
                          min(due_at) FILTER (WHERE NOT breached AND due_at > :now) AS next_due,
                          count(*) FILTER (WHERE in_danger AND NOT breached) AS in_danger,
                          count(*) FILTER (WHERE breached) AS breached
                        FROM case_places
                        WHERE state <> 'closed'
                          AND (:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))
                        GROUP BY flow, step, state
                        ORDER BY breached DESC, cases DESC, flow, step, state LIMIT :limit
                        """),
                    brand)
                .bind("now", Times.sql(now))
                .bind("limit", MAX_STEPS)
                .map((row, _) -> step(row))
                .list());
  }

  private static StepLoad step(ResultSet row) throws SQLException {
    return new StepLoad(
        row.getString("flow"),
        row.getString("step"),
        row.getString("state"),
        row.getLong("cases"),
        Times.read(row, "since"),
        Times.find(row, "next_due"),
        row.getLong("in_danger"),
        row.getLong("breached"));
  }

  /** Of those who had the first answer since then, how many had it within every deadline. */
  public InTime inTime(@Nullable String brand, Instant since) {
    return jdbi.withHandle(
        h ->
            of(
                    h.createQuery(
                        """
                        SELECT count(*) AS answered,
                          count(*) FILTER (WHERE NOT EXISTS (
                            SELECT FROM exceptions x
                            WHERE x.case_id = c.id AND x.kind = 'DEADLINE_BREACHED'
                              -- What was missed later is another answer's, or the end's.
                              AND x.raised_at <= c.first_reply_at)) AS in_time
                        FROM cases c
                        WHERE c.first_reply_at >= :since
                          -- What was answered before it came is history.
                          AND c.first_reply_at >= c.opened_at
                          AND (:all OR c.brand_id = (SELECT id FROM brands WHERE name = :brand))
                        """),
                    brand)
                .bind("since", Times.sql(since))
                .map((row, _) -> new InTime(since, row.getLong("answered"), row.getLong("in_time")))
                .one());
  }

  private static Query of(Query query, @Nullable String brand) {
    return query.bind("all", brand == null).bind("brand", brand == null ? "" : brand);
  }
}
