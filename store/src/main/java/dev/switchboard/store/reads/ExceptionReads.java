package dev.switchboard.store.reads;

import dev.switchboard.engine.event.ExceptionKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads what needs a person, for a board: two statements, however much there is. Any thread. */
public final class ExceptionReads {
  private static final String OPEN =
      """
      cleared_at IS NULL
        AND (:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))\
      """;

  private final Jdbi jdbi;

  public ExceptionReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is open of a brand, or of all if it is null.
   *
   * @param ofEachKind so many of each kind, the oldest, are read in full
   */
  public OpenExceptions open(@Nullable String brand, int ofEachKind) {
    return jdbi.withHandle(h -> new OpenExceptions(first(h, brand, ofEachKind), counts(h, brand)));
  }

  private static List<ExceptionRow> first(Handle handle, @Nullable String brand, int ofEachKind) {
    String placed =
        """
         WHERE x.id IN (
          SELECT id FROM (
            SELECT id, row_number() OVER (PARTITION BY kind ORDER BY raised_at, id) AS place
            FROM exceptions WHERE <open>) placed
          WHERE place <= :most)
        ORDER BY x.raised_at, x.id
        """
            .replace("<open>", OPEN);
    return of(handle.createQuery(CaseParts.EXCEPTIONS + placed), brand)
        .bind("most", ofEachKind)
        .map((row, _) -> CaseParts.exception(row))
        .list();
  }

  private static Map<ExceptionKind, Long> counts(Handle handle, @Nullable String brand) {
    Map<ExceptionKind, Long> counts = new EnumMap<>(ExceptionKind.class);
    String query = "SELECT kind, count(*) AS open FROM exceptions WHERE " + OPEN + " GROUP BY kind";
    of(handle.createQuery(query), brand)
        .map(
            (row, _) ->
                counts.put(ExceptionKind.valueOf(row.getString("kind")), row.getLong("open")))
        .list();
    return counts;
  }

  private static Query of(Query query, @Nullable String brand) {
    return query.bind("all", brand == null).bind("brand", brand == null ? "" : brand);
  }
}
