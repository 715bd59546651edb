package dev.switchboard.store.reads;

import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads for console and API, one statement each. */
public final class SqlCaseReads implements CaseReads {
  private static final int MAX_EXCEPTIONS = 500;

  private static final String COLUMNS =
      "SELECT "
          + CaseRecords.COLUMNS
          + """
          , b.name AS brand, n.network || ':' || n.account AS channel, v.last_post,
          v.last_shown_at, asked.author, asked.language, asked.language_from, asked.snippet, counted.posts,
          troubles.exceptions, f.flow, f.version, f.step, f.entered_at, f.due_kind, f.due_at,
          f.in_danger, f.breached
          FROM\s""";

  /** What belongs to cases c. */
  private static final String JOINS =
      """
           c
          JOIN conversations v ON v.id = c.conversation_id
          JOIN channels n ON n.id = v.channel_id
          JOIN brands b ON b.id = c.brand_id
          """
          + CaseRecords.JOINS
          + """

          LEFT JOIN case_places f ON f.case_id = c.id
          LEFT JOIN LATERAL (
            SELECT a.external_id AS author, p.language, p.language_from,
              left(p.text, 280) AS snippet
            FROM posts p JOIN authors a ON a.id = p.author_id
            WHERE p.conversation_id = c.conversation_id AND p.direction = 'in'
            ORDER BY p.shown_at DESC, p.id DESC LIMIT 1) asked ON true
          CROSS JOIN LATERAL (
            SELECT count(*)::int AS posts FROM posts p
            WHERE p.conversation_id = c.conversation_id) counted
          CROSS JOIN LATERAL (
            SELECT count(*)::int AS exceptions FROM exceptions x
            WHERE x.case_id = c.id AND x.cleared_at IS NULL) troubles
          """;

  private static final String ROW = COLUMNS + "cases" + JOINS;

  private final Jdbi jdbi;
  private final Jdbi byKey;

  /**
   * @param byKey for what is read of cases that are known; see {@link
   *     dev.switchboard.store.database.Database#byKey}
   */
  public SqlCaseReads(Jdbi jdbi, Jdbi byKey) {
    this.jdbi = jdbi;
    this.byKey = byKey;
  }

  @Override
  public Page<CaseRow> cases(CaseQuery query) {
    CaseCursor cursor = query.cursor() == null ? null : CaseCursor.parse(query.cursor());
    String order = CaseFilter.orderBy(query.order());
    // The page first: what belongs to a case is looked up for those that are listed only.
    String page = "(SELECT * FROM cases c" + CaseFilter.where(query, cursor) + order;
    // Written out: a plan that does not know how few are asked for would be made for many.
    String sql = COLUMNS + page + " LIMIT %d)".formatted(query.limit() + 1) + JOINS + order;
    List<CaseRow> rows =
        jdbi.withHandle(
            h -> {
              Query statement = h.createQuery(sql);
              CaseFilter.bind(statement, query, cursor);
              return statement.map((row, _) -> caseRow(row)).list();
            });
    boolean more = rows.size() > query.limit();
    List<CaseRow> items = more ? rows.subList(0, query.limit()) : rows;
    return new Page<>(items, more ? CaseCursor.of(items.getLast()).toString() : null);
  }

  @Override
  public List<CaseRow> cases(Collection<Long> ids) {
    return byKey.withHandle(
        h ->
            h.createQuery(ROW + " WHERE c.id = ANY(:ids)")
                .bindArray("ids", Long.class, List.copyOf(ids))
                .map((row, _) -> caseRow(row))
                .list());
  }

  @Override
  public Optional<CaseDetail> findCase(long id) {
    return byKey.inTransaction(h -> findCase(h, id));
  }

  private static Optional<CaseDetail> findCase(Handle handle, long id) {
    List<CaseRow> rows = new ArrayList<>(1);
    List<PostRow> posts = new ArrayList<>();
    List<ReplyRow> replies = new ArrayList<>();
    List<NoteRow> notes = new ArrayList<>();
    List<ExceptionRow> open = new ArrayList<>();
    List<HandRow> hands = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    List<DeadlineRow> due = new ArrayList<>();
    Statements.together(
        handle,
        all -> {
          // One moment for all parts: a reply must not slip from one list to another in between.
          all.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
          all.query(ROW + " WHERE c.id = ?", row -> rows.add(caseRow(row)), id);
          all.query(CaseParts.POSTS, row -> posts.add(CaseParts.post(row)), id);
          all.query(CaseParts.REPLIES, row -> replies.add(CaseParts.reply(row)), id);
          all.query(CaseParts.NOTES, row -> notes.add(CaseParts.note(row)), id);
          all.query(CaseParts.OPEN, row -> open.add(CaseParts.exception(row)), id);
          all.query(CaseParts.HANDS, row -> hands.add(CaseParts.hand(row)), id);
          all.query(CaseParts.TOPICS, row -> topics.add(row.getString("t")), id);
          all.query(CaseParts.DEADLINES, row -> due.add(CaseParts.deadline(row)), id);
        });
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new CaseDetail(
                    row, posts.reversed(), replies, notes, open, hands.reversed(), topics, due));
  }

  @Override
  public StateCounts counts(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT
                      count(*) FILTER (WHERE state = 'waiting') AS waiting,
                      count(*) FILTER (WHERE state = 'claimed') AS claimed,
                      count(*) FILTER (WHERE state = 'pending') AS pending,
                      count(*) FILTER (WHERE state = 'answered') AS answered,
                      (SELECT count(*) FROM claims l
                       WHERE l.paused_until IS NOT NULL AND (:all
                         OR (SELECT k.brand_id FROM cases k WHERE k.id = l.case_id) = :brand))
                        AS paused,
                      (SELECT count(*) FROM cases
                       WHERE state = 'closed' AND (:all OR brand_id = :brand)) AS closed,
                      (SELECT count(*) FROM exceptions x
                       WHERE x.cleared_at IS NULL AND (:all OR x.brand_id = :brand)) AS exceptions
                    FROM cases WHERE state <> 'closed' AND (:all OR brand_id = :brand)
                    """)
                .bind("all", brand == null)
                .bind("brand", brand == null ? 0 : brandId(h, brand))
                .map(
                    (row, _) ->
                        new StateCounts(
                            row.getLong("waiting"),
                            row.getLong("claimed"),
                            row.getLong("paused"),
                            row.getLong("pending"),
                            row.getLong("answered"),
                            row.getLong("closed"),
                            row.getLong("exceptions")))
                .one());
  }

  @Override
  public Map<String, Integer> held(@Nullable String brand) {
    Map<String, Integer> held = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT h.name, count(*)::int AS cases FROM cases c
                    LEFT JOIN claims l ON l.case_id = c.id
                    LEFT JOIN replies r ON r.id = c.pending_reply
                    JOIN people h ON h.id = coalesce(l.person_id, r.person_id)
                    WHERE c.state IN ('claimed', 'pending') AND (:all OR c.brand_id = :brand)
                    GROUP BY h.name
                    """)
                .bind("all", brand == null)
                .bind("brand", brand == null ? 0 : brandId(h, brand))
                .map((row, _) -> held.put(row.getString("name"), row.getInt("cases")))
                .list());
    return held;
  }

  @Override
  public List<ExceptionRow> exceptions(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    CaseParts.EXCEPTIONS
                        + """
                         WHERE x.cleared_at IS NULL AND (:all OR x.brand_id = :brand)
                         ORDER BY x.raised_at, x.id LIMIT :limit
                        """)
                .bind("all", brand == null)
                .bind("brand", brand == null ? 0 : brandId(h, brand))
                .bind("limit", MAX_EXCEPTIONS)
                .map((row, _) -> CaseParts.exception(row))
                .list());
  }

  @Override
  public List<String> brands() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT name FROM brands ORDER BY name").mapTo(String.class).list());
  }

  private static int brandId(Handle handle, String brand) {
    return handle
        .createQuery("SELECT id FROM brands WHERE name = :name")
        .bind("name", brand)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  private static CaseRow caseRow(ResultSet row) throws SQLException {
    String author = row.getString("author");
    String snippet = row.getString("snippet");
    return new CaseRow(
        row.getLong("id"),
        row.getString("brand"),
        row.getString("channel"),
        CaseRecords.state(row),
        Times.read(row, "asked_at"),
        Times.read(row, "opened_at"),
        Times.find(row, "first_reply_at"),
        row.getBoolean("ranked_low"),
        author == null ? "" : author,
        row.getString("language"),
        row.getString("language_from"),
        snippet == null ? "" : snippet,
        Times.read(row, "last_shown_at"),
        row.getLong("last_post"),
        row.getInt("posts"),
        row.getInt("exceptions"),
        step(row));
  }

  private static @Nullable StepRow step(ResultSet row) throws SQLException {
    String flow = row.getString("flow");
    return flow == null
        ? null
        : new StepRow(
            new FlowKey(flow, row.getInt("version")),
            row.getString("step"),
            Times.read(row, "entered_at"),
            row.getString("due_kind"),
            Times.find(row, "due_at"),
            row.getBoolean("in_danger"),
            row.getBoolean("breached"));
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
