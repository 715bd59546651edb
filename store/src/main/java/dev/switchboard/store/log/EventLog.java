package dev.switchboard.store.log;

import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the event log. Any thread. */
public final class EventLog {
  private static final String COLUMNS =
      "e.seq, e.at, b.name AS brand, e.type, e.case_id, e.post_id,"
          + " e.incident_id, e.actor, e.data, e.v";

  private static final String TABLES = "FROM events e LEFT JOIN brands b ON b.id = e.brand_id";

  private final Jdbi jdbi;

  public EventLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What one look at the log saw.
   *
   * @param events numbers ascending; there may be holes between them
   * @param oldestRunning no transaction with a smaller id runs any more
   */
  record Look(List<LoggedEvent> events, long oldestRunning) {}

  /** Events after one number through another, both settled: for those who are behind. */
  public List<LoggedEvent> read(long after, long through, int limit) {
    return where(
        "e.seq > :after AND e.seq <= :through", Map.of("after", after, "through", through), limit);
  }

  /** The history of a case, oldest first. */
  public List<LoggedEvent> ofCase(long caseId, int limit) {
    return where("e.case_id = :case", Map.of("case", caseId), limit);
  }

  /** The history of an incident, oldest first. */
  public List<LoggedEvent> ofIncident(long incidentId, int limit) {
    return where("e.incident_id = :incident", Map.of("incident", incidentId), limit);
  }

  private List<LoggedEvent> where(String condition, Map<String, Long> values, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT %s %s WHERE %s ORDER BY e.seq LIMIT :limit"
                        .formatted(COLUMNS, TABLES, condition))
                .bindMap(values)
                .bind("limit", limit)
                .map((row, _) -> event(row))
                .list());
  }

  /** The largest number that is visible now, 0 in an empty log. */
  public long last() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT coalesce(max(seq), 0) FROM events").mapTo(long.class).one());
  }

  /** The id of a new transaction: all that have one already have a smaller one. */
  long drawTransaction() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT pg_current_xact_id()::text::bigint").mapTo(long.class).one());
  }

  /** Looks at what follows a number, and at who was writing at that moment, in one snapshot. */
  Look look(long after, int limit) {
    return jdbi.withHandle(
        h -> {
          List<LoggedEvent> events = new ArrayList<>();
          long[] oldest = new long[1];
          h.createQuery(
                  """
                  SELECT pg_snapshot_xmin(s.now)::text::bigint AS oldest, x.*
                  FROM (SELECT pg_current_snapshot() AS now) s
                  LEFT JOIN LATERAL (
                    SELECT %s %s WHERE e.seq > :after ORDER BY e.seq LIMIT :limit) x ON true
                  """
                      .formatted(COLUMNS, TABLES))
              .bind("after", after)
              .bind("limit", limit)
              .map(
                  (row, _) -> {
                    oldest[0] = row.getLong("oldest");
                    return event(row);
                  })
              .filter(e -> e.seq() > 0)
              .forEach(events::add);
          return new Look(events, oldest[0]);
        });
  }

  private static LoggedEvent event(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    if (row.wasNull()) {
      return new LoggedEvent(0, Instant.EPOCH, null, "", null, null, null, null, "", 0);
    }
    return new LoggedEvent(
        seq,
        Times.read(row, "at"),
        row.getString("brand"),
        row.getString("type"),
        number(row, "case_id"),
        number(row, "post_id"),
        number(row, "incident_id"),
        row.getString("actor"),
        row.getString("data"),
        row.getInt("v"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Long.valueOf(value);
  }
}
