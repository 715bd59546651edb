package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.store.Json;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.reads.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads incidents, one statement for each part. */
public final class SqlIncidentReads implements IncidentReads {
  private static final String INCIDENTS =
      """
      SELECT i.id, i.incident, i.merged_into, i.updated_at,
        (SELECT s.id FROM incidents s WHERE s.brand_id = i.brand_id AND s.era = i.era
           AND s.number = (i.incident ->> 'during')::bigint) AS during
      FROM incidents i JOIN brands b ON b.id = i.brand_id
      """;

  /** Few incidents of a brand go on at a time: only these are looked into. */
  private static final String OF_CASE =
      """
      WHERE i.id = (
        WITH said AS (
          SELECT p.id, p.created_at FROM posts p
          JOIN cases c ON c.conversation_id = p.conversation_id WHERE c.id = :case),
        near AS (
          SELECT n.id, n.opened_at, n.incident FROM incidents n
          WHERE n.brand_id = (SELECT brand_id FROM cases WHERE id = :case)
            AND n.state <> 'merged'
            AND n.onset_at - interval '1 day' <= (SELECT max(created_at) FROM said)
            AND (n.closed_at IS NULL OR n.closed_at >= (SELECT min(created_at) FROM said))
          ORDER BY n.opened_at DESC LIMIT 10)
        SELECT near.id FROM near WHERE EXISTS (
          SELECT 1 FROM json_array_elements_text(near.incident -> 'posts') reported
          JOIN said ON said.id = reported::bigint)
        ORDER BY near.opened_at DESC LIMIT 1)
      """;

  private final Jdbi jdbi;
  private final EventLog log;

  public SqlIncidentReads(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.log = new EventLog(jdbi);
  }

  @Override
  public Page<IncidentRow> incidents(IncidentQuery query) {
    IncidentCursor cursor = query.cursor() == null ? null : IncidentCursor.parse(query.cursor());
    String sql =
        INCIDENTS
            + " WHERE true"
            + (query.states().isEmpty() ? "" : " AND i.state = ANY(:states)")
            + (query.brand() == null ? "" : " AND b.name = :brand")
            + (cursor == null ? "" : " AND (i.opened_at, i.id) < (:at, :id)")
            + " ORDER BY i.opened_at DESC, i.id DESC LIMIT :limit";
    List<IncidentRow> rows =
        jdbi.withHandle(
            h -> {
              Query statement = h.createQuery(sql).bind("limit", query.limit() + 1);
              if (!query.states().isEmpty()) {
                statement.bindArray("states", String.class, query.states());
              }
              bindBrand(statement, query.brand());
              if (cursor != null) {
                statement.bind("at", Times.sql(cursor.openedAt())).bind("id", cursor.id());
              }
              return statement.map((row, _) -> incident(row)).list();
            });
    if (rows.size() <= query.limit()) {
      return new Page<>(rows, null);
    }
    List<IncidentRow> items = rows.subList(0, query.limit());
    IncidentRow last = items.getLast();
    return new Page<>(items, new IncidentCursor(last.incident().openedAt(), last.id()).toString());
  }

  @Override
  public Optional<IncidentDetail> findIncident(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(INCIDENTS + " WHERE i.id = :id")
                .bind("id", id)
                .map((row, _) -> incident(row))
                .findOne()
                .map(found -> detail(h, found)));
  }

  @Override
  public Optional<IncidentRow> findByCase(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(INCIDENTS + OF_CASE)
                .bind("case", caseId)
                .map((row, _) -> incident(row))
                .findOne());
  }

  @Override
  public int countLive(@Nullable String brand) {
    return jdbi.withHandle(
        h -> {
          Query statement =
              h.createQuery(
                  """
                  SELECT count(*) FROM incidents i WHERE i.state IN ('open', 'acknowledged')
                  """
                      + (brand == null
                          ? ""
                          : " AND i.brand_id = (SELECT id FROM brands WHERE name = :brand)"));
          bindBrand(statement, brand);
          return statement.mapTo(int.class).one();
        });
  }

  private static void bindBrand(Query statement, @Nullable String brand) {
    if (brand != null) {
      statement.bind("brand", brand);
    }
  }

  private IncidentDetail detail(Handle handle, IncidentRow incident) {
    return new IncidentDetail(
        incident,
        samples(handle, incident.incident().posts()),
        changes(handle, incident),
        log.ofIncident(incident.id(), IncidentDetail.MAX_EVENTS));
  }

  private static List<SamplePost> samples(Handle handle, List<Long> posts) {
    return handle
        .createQuery(
            """
            SELECT p.id, n.network || ':' || n.account AS channel, p.external_id,
              a.external_id AS author,
              CASE WHEN p.deleted_at IS NULL THEN p.text ELSE '' END AS text,
              p.created_at, p.language, p.url, k.id AS case_id
            FROM posts p JOIN channels n ON n.id = p.channel_id
            JOIN authors a ON a.id = p.author_id
            LEFT JOIN LATERAL (
              SELECT id FROM cases WHERE conversation_id = p.conversation_id
              ORDER BY state = 'closed', closed_at DESC, id DESC LIMIT 1) k ON true
            WHERE p.id = ANY(:ids) ORDER BY p.created_at, p.id LIMIT :limit
            """)
        .bindArray("ids", Long.class, posts)
        .bind("limit", IncidentDetail.MAX_SAMPLES)
        .map(
            (row, _) ->
                new SamplePost(
                    row.getLong("id"),
                    row.getString("channel"),
                    row.getString("external_id"),
                    row.getString("author"),
                    row.getString("text"),
                    Times.read(row, "created_at"),
                    row.getString("language"),
                    row.getString("url"),
                    row.getObject("case_id", Long.class)))
        .list();
  }

  private static List<ChangeRow> changes(Handle handle, IncidentRow incident) {
    Instant from =
        incident
            .incident()
            .onsetFrom()
            .minus(Duration.ofHours(IncidentDetail.CHANGES_BEFORE_HOURS));
    return handle
        .createQuery(
            Changes.SELECT
                + """
                 WHERE c.started_at >= :from
                  AND (:to::timestamptz IS NULL OR c.started_at <= :to)
                  AND (b.name = :brand OR c.brand_id IS NULL)
                ORDER BY c.started_at DESC, c.id DESC LIMIT :limit
                """)
        .bind("from", Times.sql(from))
        .bind("to", Times.sqlOrNull(incident.incident().closedAt()))
        .bind("brand", incident.incident().brand())
        .bind("limit", IncidentDetail.MAX_CHANGES)
        .map((row, _) -> Changes.row(row))
        .list()
        .reversed();
  }

  private static IncidentRow incident(ResultSet row) throws SQLException {
    return new IncidentRow(
        row.getLong("id"),
        Json.read(row.getString("incident"), Incident.class),
        row.getObject("during", Long.class),
        row.getObject("merged_into", Long.class),
        Times.read(row, "updated_at"));
  }
}
