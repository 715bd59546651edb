package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is at work now, and what they hold: two statements, however many there are. Any thread. */
public final class AtWorkReads {
  private final Jdbi jdbi;

  public AtWorkReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Counted(PersonAtWork person, int people, int working, int away) {}

  /**
   * Those who work, are away, or hold a case.
   *
   * @param brand of those who answer for it; null for all
   * @param limit how many are listed
   */
  public PeopleAtWork now(@Nullable String brand, Instant now, int limit) {
    return jdbi.withHandle(h -> people(h, rows(h, brand, now, limit), now));
  }

  private static List<Counted> rows(Handle handle, @Nullable String brand, Instant now, int limit) {
    return handle
        .createQuery(
            """
            SELECT p.id, p.name, p.capacity, coalesce(r.presence, 'off') AS presence, r.since,
              coalesce(h.cases, 0)::int AS cases, h.oldest,
              (count(*) OVER ())::int AS people,
              (count(*) FILTER (WHERE r.presence = 'working') OVER ())::int AS working,
              (count(*) FILTER (WHERE r.presence = 'away') OVER ())::int AS away
            FROM people p
            LEFT JOIN presence r ON r.person_id = p.id
            LEFT JOIN (
              SELECT person_id, count(*) AS cases, min(claimed_at) AS oldest
              FROM claims WHERE expires_at > :now GROUP BY person_id) h ON h.person_id = p.id
            WHERE p.disabled_at IS NULL AND (r.presence IN ('working', 'away') OR h.cases > 0)
              AND (:all
                OR NOT EXISTS (SELECT FROM person_brands b WHERE b.person_id = p.id)
                OR EXISTS (SELECT FROM person_brands b WHERE b.person_id = p.id AND b.brand = :brand))
            ORDER BY r.presence = 'working' DESC NULLS LAST, lower(p.name), p.id
            LIMIT :limit
            """)
        .bind("now", Times.sql(now))
        .bind("all", brand == null)
        .bind("brand", brand == null ? "" : brand)
        .bind("limit", limit)
        .map((row, _) -> counted(row))
        .list();
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        new PersonAtWork(
            row.getInt("id"),
            row.getString("name"),
            PresenceRows.read(row.getString("presence")),
            Times.find(row, "since"),
            row.getObject("capacity", Integer.class),
            row.getInt("cases"),
            Times.find(row, "oldest"),
            List.of()),
        row.getInt("people"),
        row.getInt("working"),
        row.getInt("away"));
  }

  private static PeopleAtWork people(Handle handle, List<Counted> rows, Instant now) {
    if (rows.isEmpty()) {
      return PeopleAtWork.NOBODY;
    }
    List<Integer> ids = rows.stream().map(row -> row.person().id()).toList();
    Map<Integer, List<CaseWeights.Held>> held = HeldRows.of(handle, ids, now);
    List<PersonAtWork> some =
        rows.stream()
            .map(Counted::person)
            .map(person -> person.holding(held.getOrDefault(person.id(), List.of())))
            .toList();
    Counted any = rows.getFirst();
    return new PeopleAtWork(
        some, any.people(), any.working(), any.away(), any.people() - any.working() - any.away());
  }
}
