package dev.switchboard.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** How far files have been read. Any thread. */
public final class ImportProgress {
  private final Jdbi jdbi;

  public ImportProgress(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A place in a file: everything before it is stored. */
  public record Place(long position, long line) {}

  /** What the store holds of what an import adds to. */
  public record Totals(long conversations, long cases) {}

  /** Where an import of this source broke off; empty if there was none, or it was finished. */
  public Optional<Place> findBrokenOff(String source) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT position, line FROM imports WHERE source = :source AND NOT finished")
                .bind("source", source)
                .map((row, _) -> new Place(row.getLong("position"), row.getLong("line")))
                .findOne());
  }

  public void save(String source, Place place, boolean finished, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO imports (source, position, line, updated_at, finished)
                    VALUES (:source, :position, :line, :now, :finished)
                    ON CONFLICT (source) DO UPDATE
                    SET position = excluded.position, line = excluded.line,
                        updated_at = excluded.updated_at, finished = excluded.finished
                    """)
                .bind("source", source)
                .bind("position", place.position())
                .bind("line", place.line())
                .bind("now", Times.sql(now))
                .bind("finished", finished)
                .execute());
  }

  public Totals totals() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT (SELECT count(*) FROM conversations), (SELECT count(*) FROM cases)
                    """)
                .map((row, _) -> new Totals(row.getLong(1), row.getLong(2)))
                .one());
  }
}
