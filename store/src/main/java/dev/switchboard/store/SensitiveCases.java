package dev.switchboard.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Marks cases on which customers speak of something sensitive, and says so to people. */
public final class SensitiveCases {
  private SensitiveCases() {}

  /**
   * Adds topics to cases; one exception a case, unless one is open or a person has called the
   * topics harmless there.
   *
   * @param topics the names, by case
   */
  public static void flag(
      Statements statements, Map<Long, ? extends Collection<String>> topics, Instant now)
      throws SQLException {
    RowBuffer rows = new RowBuffer("case_id int8", "at timestamptz", "topics text");
    topics.forEach(
        (id, names) -> rows.row().add(id.longValue()).add(now).add(String.join(",", names)));
    statements.update(
        """
        WITH found AS (
          SELECT c.id, c.brand_id, f.at,
            ARRAY (SELECT t FROM unnest(string_to_array(f.topics, ',')) AS t
                   WHERE t <> ALL (c.topics || c.harmless_topics) ORDER BY t) AS topics
          FROM unnest(?, ?, ?) AS f (case_id, at, topics) JOIN cases c ON c.id = f.case_id),
        marked AS (
          UPDATE cases c SET topics = c.topics || f.topics
          FROM found f WHERE c.id = f.id AND cardinality(f.topics) > 0
          RETURNING c.id, c.brand_id, f.at, f.topics),
        raised AS (
          INSERT INTO exceptions (brand_id, case_id, kind, reason, raised_at)
          SELECT m.brand_id, m.id, 'SENSITIVE_TOPIC',
            'The customer speaks of something sensitive: ' || array_to_string(m.topics, ', '), m.at
          FROM marked m
          WHERE NOT EXISTS (SELECT FROM exceptions x
            WHERE x.case_id = m.id AND x.kind = 'SENSITIVE_TOPIC' AND x.cleared_at IS NULL)
          RETURNING id, brand_id, case_id, reason, raised_at)
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT raised_at, brand_id, 'exception.raised', case_id,
          jsonb_build_object('exception', id, 'kind', 'sensitive_topic', 'reason', reason)
        FROM raised
        """,
        rows);
  }
}
