package dev.switchboard.store.triage;

import dev.switchboard.engine.triage.promise.Audited;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** What the audit needs to know, and how far its drawing is. Any thread. */
public final class AuditStore {
  private static final int MAX_SAMPLE_POSTS = 50_000;

  private final Jdbi jdbi;

  public AuditStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A brand's posts since some time, as far as the audit counts them.
   *
   * @param drawn how many were drawn for the audit
   * @param looked those of them that people have looked at, with the chance of being drawn
   * @param setAside how many triage set aside as they came in
   * @param helped how many of which people say that help was needed, and that were not set aside
   */
  public record Tally(int drawn, List<Audited> looked, int setAside, int helped) {}

  /** Counts since a time, all of one moment. */
  public Tally tally(int brandId, Instant since) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        h -> {
          List<Drawn> drawn = drawn(h, brandId, since);
          List<Audited> looked =
              drawn.stream()
                  .filter(d -> d.judged() != null)
                  .map(d -> new Audited(d.chance(), d.judged() == Judged.HELP))
                  .toList();
          return new Tally(
              drawn.size(), looked, setAside(h, brandId, since), helped(h, brandId, since));
        });
  }

  /** How far each brand's drawing of samples was. */
  public Map<Integer, byte[]> samplers() {
    Map<Integer, byte[]> samplers = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery("SELECT brand_id, audit FROM triage_learners WHERE audit IS NOT NULL")
                .map((row, _) -> samplers.put(row.getInt("brand_id"), row.getBytes("audit")))
                .list());
    return samplers;
  }

  public void saveSampler(int brandId, byte[] sampler) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO triage_learners (brand_id, audit) VALUES (:brand, :audit)
                    ON CONFLICT (brand_id) DO UPDATE SET audit = excluded.audit
                    """)
                .bind("brand", brandId)
                .bind("audit", sampler)
                .execute());
  }

  private record Drawn(float chance, @Nullable Judged judged) {}

  private static List<Drawn> drawn(Handle handle, int brandId, Instant since) {
    return handle
        .createQuery(
            """
            SELECT p.audit_chance, p.judged FROM posts p JOIN channels n ON n.id = p.channel_id
            WHERE n.brand_id = :brand AND p.audit_chance IS NOT NULL AND p.received_at >= :since
            ORDER BY p.received_at DESC LIMIT :limit
            """)
        .bind("brand", brandId)
        .bind("since", Times.sql(since))
        .bind("limit", MAX_SAMPLE_POSTS)
        .map(
            (row, _) ->
                new Drawn(
                    row.getFloat("audit_chance"), Judged.ofWordOrNull(row.getString("judged"))))
        .list();
  }

  /** Those that a person has brought back meanwhile were set aside, too. */
  private static int setAside(Handle handle, int brandId, Instant since) {
    return handle
        .createQuery(
            """
            SELECT
              (SELECT count(*) FROM posts p JOIN channels n ON n.id = p.channel_id
               WHERE n.brand_id = :brand AND coalesce(p.judged, p.verdict) = 'setAside'
                 AND p.verdict = 'setAside' AND p.received_at >= :since)
              + (SELECT count(DISTINCT l.post_id) FROM triage_labels l
                 JOIN posts p ON p.id = l.post_id
                 WHERE l.brand_id = :brand AND l.undone_at IS NULL AND p.verdict = 'setAside'
                   AND p.judged IN ('help', 'thank') AND p.received_at >= :since)
            """)
        .bind("brand", brandId)
        .bind("since", Times.sql(since))
        .mapTo(int.class)
        .one();
  }

  private static int helped(Handle handle, int brandId, Instant since) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM triage_labels
            WHERE brand_id = :brand AND undone_at IS NULL AND needs_help
              AND verdict IN ('help', 'unsure') AND at >= :since
            """)
        .bind("brand", brandId)
        .bind("since", Times.sql(since))
        .mapTo(int.class)
        .one();
  }
}
