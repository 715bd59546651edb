package dev.switchboard.store.routing;

import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Offers as people see them and what they do with them. Any thread. */
public final class OfferStore {
  public static final int MAX_LISTED = 500;
  public static final int MAX_OF_A_CASE = 200;

  private static final String COLUMNS =
      """
      SELECT o.id, o.case_id, b.name AS brand, p.name AS person, o.made_at, o.expires_at, o.state,
        o.ended_at, o.reason, o.why\
      """;

  private static final String TABLES =
      """
       FROM offers o JOIN brands b ON b.id = o.brand_id JOIN people p ON p.id = o.person_id
      """;

  private static final String OPEN =
      COLUMNS
          + ", n.network || ':' || n.account AS channel, c.asked_at,"
          + " asked.author, asked.language, asked.snippet"
          + TABLES
          + """
          JOIN cases c ON c.id = o.case_id
          JOIN conversations v ON v.id = c.conversation_id
          JOIN channels n ON n.id = v.channel_id
          LEFT JOIN LATERAL (
            SELECT a.external_id AS author, m.language, left(m.text, 280) AS snippet
            FROM posts m JOIN authors a ON a.id = m.author_id
            WHERE m.conversation_id = c.conversation_id AND m.direction = 'in'
              AND m.deleted_at IS NULL
            ORDER BY m.shown_at DESC, m.id DESC LIMIT 1) asked ON true
          WHERE o.state = 'open' AND o.expires_at > :now
          """;

  private final Jdbi jdbi;

  public OfferStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is offered now, what expires first first; at most {@value #MAX_LISTED}.
   *
   * @param person to whom; null: to everybody
   */
  public List<OpenOffer> open(@Nullable String person, Instant now) {
    String to =
        person == null ? "" : " AND o.person_id = (SELECT id FROM people WHERE name = :person)";
    String sql = OPEN + to + " ORDER BY o.expires_at, o.id LIMIT " + MAX_LISTED;
    return jdbi.withHandle(
        h -> {
          Query open = h.createQuery(sql).bind("now", Times.sql(now));
          if (person != null) {
            open.bind("person", person);
          }
          return open.map((row, _) -> openOffer(row)).list();
        });
  }

  private static OpenOffer openOffer(ResultSet row) throws SQLException {
    return new OpenOffer(
        row(row),
        row.getString("channel"),
        Times.read(row, "asked_at"),
        row.getString("author"),
        row.getString("language"),
        row.getString("snippet"));
  }

  /** The latest offers of a case, latest first; at most {@value #MAX_OF_A_CASE}. */
  public List<OfferRow> ofCase(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    COLUMNS + TABLES + " WHERE o.case_id = :case ORDER BY o.id DESC LIMIT :limit")
                .bind("case", caseId)
                .bind("limit", MAX_OF_A_CASE)
                .map((row, _) -> row(row))
                .list());
  }

  public Optional<OfferRow> find(long id) {
    return jdbi.withHandle(h -> find(h, id));
  }

  public Optional<OfferRow> find(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + TABLES + " WHERE o.id = :id")
        .bind("id", id)
        .map((row, _) -> row(row))
        .findOne();
  }

  /**
   * Ends an offer, as its person wants it, and records that; lock its case first.
   *
   * @return false if it has ended or expired meanwhile
   */
  public boolean end(Handle handle, OfferRow offer, OfferState state, Instant now) {
    return handle
            .createUpdate(
                """
                WITH ended AS (
                  UPDATE offers SET state = :state, ended_at = :now
                  WHERE id = :id AND state = 'open' AND expires_at > :now
                  RETURNING id, brand_id, case_id)
                INSERT INTO events (at, brand_id, type, case_id, actor, data)
                SELECT :now, brand_id, 'offer.' || :state, case_id, :person,
                  jsonb_build_object('offer', id)
                FROM ended
                """)
            .bind("id", offer.id())
            .bind("state", state.word())
            .bind("person", offer.person())
            .bind("now", Times.sql(now))
            .execute()
        == 1;
  }

  private static OfferRow row(ResultSet row) throws SQLException {
    return new OfferRow(
        row.getLong("id"),
        row.getLong("case_id"),
        row.getString("brand"),
        row.getString("person"),
        Times.read(row, "made_at"),
        Times.read(row, "expires_at"),
        OfferState.of(row.getString("state")),
        Times.find(row, "ended_at"),
        row.getString("reason"),
        row.getString("why"));
  }
}
