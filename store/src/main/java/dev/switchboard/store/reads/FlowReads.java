package dev.switchboard.store.reads;

import dev.switchboard.store.Times;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the work flows, counted over cases; one statement a call. Any thread. */
public final class FlowReads {
  private final Jdbi jdbi;

  public FlowReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The share of work that flowed, of a brand or of all.
   *
   * @param since the first moment that counts
   */
  public FlowShare share(@Nullable String brand, Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT count(*) AS answered,
                      count(*) FILTER (WHERE NOT c.ranked_low AND NOT EXISTS (
                        SELECT FROM exceptions x WHERE x.case_id = c.id)) AS flowed
                    FROM cases c
                    WHERE c.first_reply_at >= :since
                      -- What was answered before it came is history.
                      AND c.first_reply_at >= c.opened_at
                      AND (:all OR c.brand_id = (SELECT id FROM brands WHERE name = :brand))
                    """)
                .bind("since", Times.sql(since))
                .bind("all", brand == null)
                .bind("brand", brand == null ? "" : brand)
                .map(
                    (row, _) ->
                        new FlowShare(since, row.getLong("answered"), row.getLong("flowed")))
                .one());
  }
}
