package dev.switchboard.store.floor;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.store.Json;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What late cases have in common: on a bad day there are thousands, and a lead can't read them one
 * by one. One statement, however many there are. Any thread.
 */
public final class LateReads {
  /** So many exceptions, the oldest, are told apart. */
  public static final int MAX_TOLD_APART = 5_000;

  /** So many lines there are at most, those with the most cases. */
  public static final int MAX_LINES = 12;

  private static final int MAX_INCIDENTS = 20;

  private final Jdbi jdbi;

  public LateReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Late cases of a brand, or of all if it is null: those of incidents first, the most cases of
   * each first. A case that several incidents name counts for the newest.
   */
  public List<LateRow> late(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    WITH troubles AS (
                      SELECT case_id, kind, raised_at FROM exceptions
                      WHERE cleared_at IS NULL AND case_id IS NOT NULL
                        AND kind IN ('DEADLINE_BREACHED', 'DEADLINE_IN_DANGER')
                        AND (:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))
                      ORDER BY raised_at, id LIMIT :most),
                    late AS (
                      SELECT t.case_id, bool_or(t.kind = 'DEADLINE_BREACHED') AS breached,
                        min(t.raised_at) AS since
                      FROM troubles t GROUP BY t.case_id),
                    live AS (
                      SELECT id, opened_at, incident FROM incidents
                      WHERE state IN ('open', 'acknowledged')
                        AND (:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))
                      ORDER BY opened_at DESC, id DESC LIMIT :incidents),
                    named AS (
                      SELECT DISTINCT ON (p.conversation_id) p.conversation_id, live.id
                      FROM live
                      CROSS JOIN LATERAL json_array_elements_text(live.incident -> 'posts') said
                      JOIN posts p ON p.id = said::bigint
                      ORDER BY p.conversation_id, live.opened_at DESC, live.id DESC),
                    about AS (
                      SELECT l.breached, l.since, n.id AS incident, topic.intent AS topic
                      FROM late l JOIN cases c ON c.id = l.case_id
                      LEFT JOIN named n ON n.conversation_id = c.conversation_id
                      LEFT JOIN LATERAL (
                        SELECT coalesce(
                          (SELECT l.intent FROM triage_labels l JOIN posts p ON p.id = l.post_id
                           WHERE p.conversation_id = c.conversation_id AND l.intent IS NOT NULL
                             AND l.undone_at IS NULL
                           ORDER BY l.id DESC LIMIT 1),
                          (SELECT p.intent FROM posts p
                           WHERE p.conversation_id = c.conversation_id AND p.direction = 'in'
                             AND p.intent IS NOT NULL
                           ORDER BY p.probability DESC NULLS LAST, p.id LIMIT 1)) AS intent
                        WHERE n.id IS NULL) topic ON true),
                    counted AS (
                      SELECT incident AS id, topic, min(since) AS since,
                        count(*) FILTER (WHERE breached) AS breached,
                        count(*) FILTER (WHERE NOT breached) AS in_danger
                      FROM about GROUP BY incident, topic)
                    SELECT k.id, k.topic, k.since, k.breached, k.in_danger, live.incident
                    FROM counted k LEFT JOIN live ON live.id = k.id
                    ORDER BY k.id IS NULL, k.breached + k.in_danger DESC, k.since, k.id, k.topic
                    LIMIT :lines
                    """)
                .bind("all", brand == null)
                .bind("brand", brand == null ? "" : brand)
                .bind("most", MAX_TOLD_APART)
                .bind("incidents", MAX_INCIDENTS)
                .bind("lines", MAX_LINES)
                .map((row, _) -> late(row))
                .list());
  }

  private static LateRow late(ResultSet row) throws SQLException {
    String json = row.getString("incident");
    Incident incident = json == null ? null : Json.read(json, Incident.class);
    return new LateRow(
        row.getObject("id", Long.class),
        incident == null ? List.of() : incident.terms(),
        incident == null || incident.reports() <= incident.posts().size(),
        row.getString("topic"),
        row.getLong("breached"),
        row.getLong("in_danger"),
        Times.read(row, "since"));
  }
}
