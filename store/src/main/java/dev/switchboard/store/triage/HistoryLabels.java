package dev.switchboard.store.triage;

import dev.switchboard.store.Times;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What an imported history teaches: a question that the brand answered needed help; one that it
 * left unanswered is unlabelled, not chatter. Any thread; the same again adds nothing.
 */
public final class HistoryLabels {
  /** Of a brand, answered and unanswered each, newest first: each takes milliseconds to learn. */
  static final int MAX_LABELS_A_BRAND = 2_000;

  private final Jdbi jdbi;

  public HistoryLabels(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Labels what came with histories and has no label yet.
   *
   * @return how many labels were written
   */
  public int label(Instant now) {
    int written = 0;
    for (int brand :
        jdbi.withHandle(
            h -> h.createQuery("SELECT id FROM brands ORDER BY id").mapTo(int.class).list())) {
      written += jdbi.inTransaction(h -> label(h, brand, now));
    }
    return written;
  }

  private static int label(Handle handle, int brandId, Instant now) {
    int before =
        handle
            .createQuery(
                """
                INSERT INTO triage_learners (brand_id) VALUES (:brand)
                ON CONFLICT (brand_id) DO UPDATE SET steps = triage_learners.steps
                RETURNING steps
                """)
            .bind("brand", brandId)
            .mapTo(int.class)
            .one();
    int written =
        handle
            .createUpdate(
                """
                WITH openings AS (
                  SELECT p.id, left(p.text, 1000) AS text, k.id AS case_id, p.created_at,
                    p.verdict, v.last_replied_at >= p.created_at AS answered
                  FROM cases k
                  JOIN conversations v ON v.id = k.conversation_id
                  CROSS JOIN LATERAL (
                    SELECT * FROM posts q
                    WHERE q.conversation_id = v.id AND q.direction = 'in'
                      AND q.deleted_at IS NULL
                    ORDER BY q.created_at, q.id LIMIT 1) p
                  WHERE k.brand_id = :brand AND k.close_reason = 'history' AND p.judged IS NULL
                    AND NOT EXISTS (SELECT FROM triage_labels l WHERE l.post_id = p.id)),
                ranked AS (
                  SELECT *, coalesce(answered, false) AS replied, row_number() OVER (
                    PARTITION BY coalesce(answered, false) ORDER BY created_at DESC, id) AS newness
                  FROM openings)
                INSERT INTO triage_labels (brand_id, step, post_id, text, case_id, action,
                  needs_help, verdict, at)
                SELECT :brand, :before + row_number() OVER (ORDER BY created_at, id), id, text,
                  case_id, CASE WHEN replied THEN 'replied' ELSE 'left_unanswered' END,
                  CASE WHEN replied THEN true END, verdict, :now
                FROM ranked
                WHERE newness <= :max - (
                  SELECT count(*) FROM triage_labels l
                  WHERE l.brand_id = :brand AND l.person_id IS NULL
                    AND (l.action = 'replied') = replied)
                """)
            .bind("brand", brandId)
            .bind("before", before)
            .bind("max", MAX_LABELS_A_BRAND)
            .bind("now", Times.sql(now))
            .execute();
    handle
        .createUpdate("UPDATE triage_learners SET steps = steps + :n WHERE brand_id = :brand")
        .bind("n", written)
        .bind("brand", brandId)
        .execute();
    return written;
  }
}
