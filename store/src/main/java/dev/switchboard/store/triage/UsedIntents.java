package dev.switchboard.store.triage;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What people said that posts are about, for those who say it next. Any thread. */
public final class UsedIntents {
  private static final int MAX_INTENTS = 12;

  private final Jdbi jdbi;

  public UsedIntents(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A brand's own intents, the most used first, at most {@value #MAX_INTENTS}. */
  public List<String> of(String brand) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT l.intent FROM triage_labels l JOIN brands b ON b.id = l.brand_id
                    WHERE b.name = :brand AND l.action = 'tagged' AND l.intent IS NOT NULL
                      AND l.undone_at IS NULL
                    GROUP BY l.intent ORDER BY count(*) DESC, l.intent LIMIT :limit
                    """)
                .bind("brand", brand)
                .bind("limit", MAX_INTENTS)
                .mapTo(String.class)
                .list());
  }
}
