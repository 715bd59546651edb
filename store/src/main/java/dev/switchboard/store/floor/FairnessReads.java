package dev.switchboard.store.floor;

import dev.switchboard.engine.routing.Fairness;
import dev.switchboard.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Waits by reach, language and network. A customer is counted by when they asked, with the time to
 * the first answer, or up to now if there is none yet: who still waits must not be left out, or
 * those who are never answered would make the figures better. Any thread.
 */
public final class FairnessReads {
  public static final int MAX_CASES = 50_000;

  private final Jdbi jdbi;

  public FairnessReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Waits of those who asked from {@code since} on, of a brand or of all if it is null; one
   * statement. Cases that ended without an answer, and what was answered before it came, are left
   * out.
   */
  public AskedWaits waits(@Nullable String brand, Instant since, Instant now) {
    return waits(brand, since, now, MAX_CASES);
  }

  AskedWaits waits(@Nullable String brand, Instant since, Instant now, int most) {
    Fairness fairness = new Fairness();
    int cases =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                        SELECT asked.followers, asked.language, n.network, c.asked_at, c.first_reply_at
                        FROM (
                          SELECT conversation_id, asked_at, first_reply_at FROM cases
                          WHERE asked_at >= :since
                            AND (state <> 'closed' OR first_reply_at IS NOT NULL)
                            AND (first_reply_at IS NULL OR first_reply_at >= opened_at)
                            AND (:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))
                          ORDER BY asked_at DESC, id DESC LIMIT :most) c
                        JOIN conversations v ON v.id = c.conversation_id
                        JOIN channels n ON n.id = v.channel_id
                        CROSS JOIN LATERAL (
                          SELECT p.followers, p.language FROM posts p
                          WHERE p.conversation_id = c.conversation_id AND p.direction = 'in'
                          ORDER BY p.shown_at, p.id LIMIT 1) asked
                        """)
                    .bind("since", Times.sql(since))
                    .bind("all", brand == null)
                    .bind("brand", brand == null ? "" : brand)
                    .bind("most", most)
                    .map(
                        (row, _) -> {
                          Integer followers = row.getObject("followers", Integer.class);
                          Instant asked = Times.read(row, "asked_at");
                          Instant until =
                              Objects.requireNonNullElse(Times.find(row, "first_reply_at"), now);
                          fairness.add(
                              followers == null ? null : followers.longValue(),
                              row.getString("language"),
                              row.getString("network"),
                              until.isBefore(asked)
                                  ? Duration.ZERO
                                  : Duration.between(asked, until));
                          return 1;
                        })
                    .list()
                    .size());
    return new AskedWaits(fairness, cases, cases < most);
  }
}
