package dev.switchboard.store.process;

import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction on places; however many cases it is about, it takes a few statements. */
public final class PlaceTransaction {
  private static final Logger log = LoggerFactory.getLogger(PlaceTransaction.class);

  /** What moves a case is told by these; steps, deadlines and exceptions follow from them. */
  private static final String MOVES = "(e.type LIKE 'case.%' OR e.type LIKE 'reply.%')";

  private static final String COLUMNS =
      """
      SELECT c.id, c.brand_id, c.state, c.asked_at, h.name AS holder,
        coalesce((SELECT e.seq FROM events e WHERE e.case_id = c.id AND %s
                  ORDER BY e.seq DESC LIMIT 1), 0) AS last_moved,
        f.flow, f.version, f.step, f.entered_at, f.seen_at, f.place
      """
          .formatted(MOVES);

  private static final String JOINS =
      """
      LEFT JOIN claims l ON l.case_id = c.id
      LEFT JOIN replies r ON r.id = c.pending_reply
      LEFT JOIN people h ON h.id = coalesce(l.person_id, r.person_id)
      """;

  private final Handle handle;

  PlaceTransaction(Handle handle) {
    this.handle = handle;
  }

  public Handle handle() {
    return handle;
  }

  /**
   * Makes this the only transaction that moves places until it ends.
   *
   * @return how far the log has been read
   */
  public long lock() {
    return handle
        .createQuery("SELECT seq FROM process_follower FOR UPDATE")
        .mapTo(long.class)
        .one();
  }

  /** The cases of these ids with their places, in no order. */
  public List<PlacedCase> cases(Collection<Long> ids) {
    return handle
        .createQuery(
            COLUMNS
                + "FROM cases c LEFT JOIN case_places f ON f.case_id = c.id\n"
                + JOINS
                + "WHERE c.id = ANY (:ids)")
        .bindArray("ids", Long.class, List.copyOf(ids))
        .map((row, _) -> placed(row))
        .list();
  }

  /** Cases of which time alone decides something by now, the earliest first. */
  public List<PlacedCase> due(Instant now, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + "FROM (SELECT * FROM case_places WHERE look_again_at <= :now\n"
                + "      ORDER BY look_again_at LIMIT :limit) f JOIN cases c ON c.id = f.case_id\n"
                + JOINS)
        .bind("now", Times.sql(now))
        .bind("limit", limit)
        .map((row, _) -> placed(row))
        .list();
  }

  /** Lets time decide of these at another moment only. */
  public void lookLater(Collection<Long> ids, Instant at) {
    if (!ids.isEmpty()) {
      handle
          .createUpdate("UPDATE case_places SET look_again_at = :at WHERE case_id = ANY (:ids)")
          .bind("at", Times.sql(at))
          .bindArray("ids", Long.class, List.copyOf(ids))
          .execute();
    }
  }

  /** Takes cases that were there before there were places, to be given one now. */
  public List<PlacedCase> takeUnplaced(int limit) {
    return handle
        .createQuery(
            """
            WITH taken AS (
              DELETE FROM unplaced_cases WHERE case_id IN (
                SELECT case_id FROM unplaced_cases LIMIT :limit)
              RETURNING case_id)
            """
                + COLUMNS
                + """
                FROM taken t JOIN cases c ON c.id = t.case_id AND c.state <> 'closed'
                LEFT JOIN case_places f ON f.case_id = c.id
                """
                + JOINS)
        .bind("limit", limit)
        .map((row, _) -> placed(row))
        .list();
  }

  /** Whether any are left; of those that were taken, some may have been closed meanwhile. */
  public boolean isAnyUnplaced() {
    return handle
        .createQuery("SELECT EXISTS (SELECT FROM unplaced_cases)")
        .mapTo(boolean.class)
        .one();
  }

  private static PlacedCase placed(ResultSet row) throws SQLException {
    return new PlacedCase(
        row.getLong("id"),
        row.getInt("brand_id"),
        Lifecycle.find(row.getString("state")).orElseThrow(),
        row.getString("holder"),
        Times.read(row, "asked_at"),
        row.getLong("last_moved"),
        place(row),
        Times.find(row, "seen_at"));
  }

  /** Null also for one that can't be read: the case gets another, and others don't wait for it. */
  private static @Nullable CasePlace place(ResultSet row) throws SQLException {
    try {
      return PlaceJson.find(row);
    } catch (RuntimeException e) {
      log.error("The place of case {} can't be read", row.getLong("id"), e);
      return null;
    }
  }

  /**
   * Writes what has become of cases, at most one change a case, and how far the log has been read.
   */
  public void write(List<PlaceChange> changes, long through) {
    try {
      Statements statements = new Statements(handle.getConnection());
      new PlaceRows().write(changes, statements);
      statements.update("UPDATE process_follower SET seq = ?", through);
      statements.run();
    } catch (SQLException e) {
      throw new IllegalStateException("%d places could not be kept".formatted(changes.size()), e);
    }
  }
}
