package dev.switchboard.store.triage;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.Times;
import dev.switchboard.store.reads.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the lists of triage, one statement each. */
public final class SqlTriageReads implements TriageReads {
  private final Jdbi jdbi;

  public SqlTriageReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Placed(TriagePostRow row, TriageCursor place) {}

  @Override
  public Page<TriagePostRow> posts(TriageQuery query) {
    TriageCursor cursor =
        query.cursor() == null ? null : TriageCursor.parse(query.view(), query.cursor());
    String sql = TriagePosts.page(query.view(), query.brand() != null, cursor != null);
    List<Placed> rows =
        jdbi.withHandle(
            h -> {
              Query statement = h.createQuery(sql).bind("limit", query.limit() + 1);
              bindBrand(statement, query.brand());
              if (cursor != null) {
                statement.bind("at", Times.sql(cursor.at())).bind("id", cursor.id());
              }
              return statement.map((row, _) -> placed(query.view(), row)).list();
            });
    boolean more = rows.size() > query.limit();
    List<Placed> items = more ? rows.subList(0, query.limit()) : rows;
    return new Page<>(
        items.stream().map(Placed::row).toList(), more ? items.getLast().place().toString() : null);
  }

  @Override
  public Optional<TriagePostRow> findPost(long id) {
    return jdbi.withHandle(
        h -> h.createQuery(TriagePosts.one()).bind("id", id).map((row, _) -> post(row)).findOne());
  }

  @Override
  public TriageCounts counts(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            new TriageCounts(
                count(h, TriageView.SET_ASIDE, brand),
                count(h, TriageView.UNSURE, brand),
                count(h, TriageView.WORTH_ANSWERING, brand),
                count(h, TriageView.AUDIT, brand)));
  }

  private static int count(Handle handle, TriageView view, @Nullable String brand) {
    Query query =
        handle
            .createQuery(TriagePosts.count(view, brand != null))
            .bind("limit", TriageCounts.MAX_COUNTED);
    bindBrand(query, brand);
    return query.mapTo(int.class).one();
  }

  private static void bindBrand(Query query, @Nullable String brand) {
    if (brand != null) {
      query.bind("brand", brand);
    }
  }

  private static Placed placed(TriageView view, ResultSet row) throws SQLException {
    return new Placed(
        post(row), new TriageCursor(view, Times.read(row, "place"), row.getLong("place_id")));
  }

  private static TriagePostRow post(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    String reasons = row.getString("reasons");
    return new TriagePostRow(
        row.getLong("id"),
        row.getString("brand"),
        row.getString("channel"),
        row.getString("external_id"),
        row.getString("author"),
        PostKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("text"),
        Times.read(row, "created_at"),
        Times.read(row, "received_at"),
        Times.find(row, "deleted_at"),
        row.getString("language"),
        row.getString("url"),
        row.getObject("case_id", Long.class),
        row.getString("case_state"),
        verdict == null ? null : Verdict.ofWord(verdict),
        Judged.ofWordOrNull(row.getString("judged")),
        row.getObject("probability", Float.class),
        row.getObject("problem", Boolean.class),
        row.getObject("problem_probability", Float.class),
        row.getString("intent"),
        row.getObject("intent_probability", Float.class),
        row.getObject("urgency", Float.class),
        row.getString("sentiment"),
        row.getBoolean("worth_answering"),
        reasons == null ? List.of() : List.of(reasons.split("\n", -1)),
        row.getObject("model", Integer.class),
        said(row),
        row.getString("tagged_intent"),
        row.getObject("tagged_problem", Boolean.class),
        row.getObject("audit_chance", Float.class));
  }

  private static TriagePostRow.@Nullable Said said(ResultSet row) throws SQLException {
    Long id = row.getObject("said_id", Long.class);
    return id == null
        ? null
        : new TriagePostRow.Said(
            id,
            LabelAction.ofWord(row.getString("said_action")),
            row.getString("said_agent"),
            Times.read(row, "said_at"));
  }
}
