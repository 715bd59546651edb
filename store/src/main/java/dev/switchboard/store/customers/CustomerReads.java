package dev.switchboard.store.customers;

import dev.switchboard.engine.customer.Muted;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads customers: three statements each, however many authors and cases they have. Any thread. */
public final class CustomerReads {
  public static final int MAX_CASES = 50;
  public static final int MAX_FOUND = 20;

  /** A history is made of so many of an author's latest posts. */
  private static final int MAX_POSTS_OF_AUTHOR = 500;

  private static final String AUTHORS =
      """
      SELECT a.id, coalesce(a.customer_id, a.id) AS customer, b.name AS brand, a.network,
        a.external_id, a.language, p.posts, p.first_seen, p.last_seen, a.muted_at,
        m.name AS muted_by, a.spam,
        CASE WHEN a.muted_at IS NULL THEN 0 ELSE (
          SELECT count(*) FROM posts q
          WHERE q.author_id = a.id AND q.direction = 'in' AND q.received_at > a.muted_at)
        END AS muted_posts
      FROM authors a
      JOIN brands b ON b.id = a.brand_id
      LEFT JOIN people m ON m.id = a.muted_by
      CROSS JOIN LATERAL (
        SELECT count(*) AS posts, min(created_at) AS first_seen, max(created_at) AS last_seen
        FROM posts WHERE author_id = a.id AND direction = 'in') p
      """;

  private static final String OF_CUSTOMER =
      AUTHORS
          + """
           WHERE a.id = :customer OR a.customer_id = :customer
          ORDER BY a.id
          """;

  private static final String JOINS =
      """
      SELECT j.id, j.author_id, j.other_id, h.name, j.joined_at
      FROM customer_joins j JOIN people h ON h.id = j.joined_by
      WHERE j.author_id = ANY(:authors) AND j.undone_at IS NULL ORDER BY j.id
      """;

  private static final String CASES =
      """
      SELECT c.id, n.network || ':' || n.account AS channel, v.author, c.state, c.close_reason,
        c.asked_at, c.first_reply_at
      FROM (
        SELECT p.conversation_id, min(a.external_id) AS author
        FROM unnest(:authors) AS k (id)
        JOIN authors a ON a.id = k.id
        CROSS JOIN LATERAL (
          SELECT conversation_id FROM posts
          WHERE author_id = k.id AND direction = 'in'
          ORDER BY created_at DESC LIMIT :posts) p
        GROUP BY p.conversation_id) v
      JOIN cases c ON c.conversation_id = v.conversation_id
      JOIN conversations o ON o.id = c.conversation_id
      JOIN channels n ON n.id = o.channel_id
      WHERE c.close_reason IS DISTINCT FROM 'merged'
      ORDER BY c.asked_at DESC, c.id DESC LIMIT :limit
      """;

  private final Jdbi jdbi;

  public CustomerReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The customer that an author belongs to. */
  public Optional<CustomerDetail> find(long author) {
    return read("SELECT coalesce(customer_id, id) FROM authors WHERE id = :id", author);
  }

  /** The customer who wrote last in a case's conversation; empty if no customer did. */
  public Optional<CustomerDetail> findByCase(long caseId) {
    return read(
        """
        SELECT coalesce(a.customer_id, a.id)
        FROM cases c
        JOIN posts p ON p.conversation_id = c.conversation_id AND p.direction = 'in'
        JOIN authors a ON a.id = p.author_id
        WHERE c.id = :id ORDER BY p.shown_at DESC, p.id DESC LIMIT 1
        """,
        caseId);
  }

  /** The author who wrote last in a case's conversation. */
  public Optional<Long> authorOf(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT p.author_id FROM cases c
                    JOIN posts p ON p.conversation_id = c.conversation_id AND p.direction = 'in'
                    WHERE c.id = :id ORDER BY p.shown_at DESC, p.id DESC LIMIT 1
                    """)
                .bind("id", caseId)
                .mapTo(Long.class)
                .findOne());
  }

  /**
   * Authors of a brand whose name begins so, on any of its networks.
   *
   * @param start at least one character, with or without the @ before it
   */
  public List<AuthorRow> search(String brand, String start) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    AUTHORS
                        + """
                        JOIN (
                          SELECT f.id
                          FROM (SELECT DISTINCT n.brand_id, n.network FROM channels n
                                JOIN brands w ON w.id = n.brand_id WHERE w.name = :brand) k
                          CROSS JOIN unnest(ARRAY[:start, lower(:start), '@' || :start]) AS s (start)
                          CROSS JOIN LATERAL (
                            SELECT id FROM authors
                            WHERE brand_id = k.brand_id AND network = k.network
                              AND external_id >= s.start
                              AND external_id < s.start || U&'\\+10FFFF'
                            ORDER BY external_id LIMIT :limit) f
                          GROUP BY f.id) found ON found.id = a.id
                        WHERE p.posts > 0
                        ORDER BY a.external_id, a.network LIMIT :limit
                        """)
                .bind("brand", brand)
                .bind("start", start)
                .bind("limit", MAX_FOUND)
                .map((row, _) -> author(row))
                .list());
  }

  private Optional<CustomerDetail> read(String whose, long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(whose)
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .map(customer -> detail(h, customer)));
  }

  private static CustomerDetail detail(Handle handle, long customer) {
    List<AuthorRow> authors =
        handle
            .createQuery(OF_CUSTOMER)
            .bind("customer", customer)
            .map((row, _) -> author(row))
            .list();
    List<Long> ids = authors.stream().map(AuthorRow::id).toList();
    return new CustomerDetail(customer, authors, joins(handle, ids), cases(handle, ids));
  }

  static List<JoinRow> joins(Handle handle, List<Long> authors) {
    return handle
        .createQuery(JOINS)
        .bindArray("authors", Long.class, authors)
        .map(
            (row, _) ->
                new JoinRow(
                    row.getLong("id"),
                    row.getLong("author_id"),
                    row.getLong("other_id"),
                    row.getString("name"),
                    Times.read(row, "joined_at")))
        .list();
  }

  private static List<PastCase> cases(Handle handle, List<Long> authors) {
    return handle
        .createQuery(CASES)
        .bindArray("authors", Long.class, authors)
        .bind("posts", MAX_POSTS_OF_AUTHOR)
        .bind("limit", MAX_CASES)
        .map((row, _) -> past(row))
        .list();
  }

  private static PastCase past(ResultSet row) throws SQLException {
    String reason = row.getString("close_reason");
    return new PastCase(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("author"),
        row.getString("state"),
        reason == null ? null : CloseReason.valueOf(reason.toUpperCase(Locale.ROOT)),
        Times.read(row, "asked_at"),
        Times.find(row, "first_reply_at"));
  }

  private static AuthorRow author(ResultSet row) throws SQLException {
    return new AuthorRow(
        row.getLong("id"),
        row.getLong("customer"),
        row.getString("brand"),
        row.getString("network"),
        row.getString("external_id"),
        row.getString("language"),
        row.getLong("posts"),
        Times.find(row, "first_seen"),
        Times.find(row, "last_seen"),
        muted(row),
        row.getLong("muted_posts"));
  }

  private static @Nullable Muted muted(ResultSet row) throws SQLException {
    Instant since = Times.find(row, "muted_at");
    return since == null
        ? null
        : new Muted(row.getString("muted_by"), since, row.getBoolean("spam"));
  }
}
