package dev.switchboard.store.desk;

import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.Times;
import dev.switchboard.store.triage.Judged;
import dev.switchboard.store.triage.JudgedPost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Customers' posts as rows, for those who judge them. */
final class JudgedPosts {
  private static final int MAX_POSTS = 100;

  private static final String COLUMNS =
      """
      SELECT p.id, n.brand_id, p.conversation_id, left(p.text, 1000) AS text, p.created_at, p.deleted_at, p.verdict, p.judged,
        p.audit_chance
      FROM posts p JOIN channels n ON n.id = p.channel_id
      """;

  private JudgedPosts() {}

  static @Nullable JudgedPost lock(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + " WHERE p.id = :id AND p.direction = 'in' FOR UPDATE OF p")
        .bind("id", id)
        .map((row, _) -> read(row))
        .findOne()
        .orElse(null);
  }

  static List<JudgedPost> needingHelp(Handle handle, long conversation) {
    return handle
        .createQuery(
            COLUMNS
                + """
                 WHERE p.conversation_id = :id AND p.direction = 'in' AND p.deleted_at IS NULL
                  AND coalesce(p.judged, p.verdict) IN ('help', 'unsure')
                ORDER BY p.created_at, p.id LIMIT :limit FOR UPDATE OF p
                """)
        .bind("id", conversation)
        .bind("limit", MAX_POSTS)
        .map((row, _) -> read(row))
        .list();
  }

  /** The post that a case began with, as far as it needed help. */
  static Optional<JudgedPost> opening(Handle handle, long conversation, Instant askedAt) {
    return handle
        .createQuery(
            COLUMNS
                + """
                 WHERE p.conversation_id = :id AND p.direction = 'in' AND p.deleted_at IS NULL
                  AND coalesce(p.judged, p.verdict) IN ('help', 'unsure')
                  AND p.created_at >= :asked
                ORDER BY p.created_at, p.id LIMIT 1
                """)
        .bind("id", conversation)
        .bind("asked", Times.sql(askedAt))
        .map((row, _) -> read(row))
        .findOne();
  }

  private static JudgedPost read(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    return new JudgedPost(
        row.getLong("id"),
        row.getInt("brand_id"),
        row.getLong("conversation_id"),
        row.getString("text"),
        Times.read(row, "created_at"),
        row.getObject("deleted_at") != null,
        verdict == null ? null : Verdict.ofWord(verdict),
        Judged.ofWordOrNull(row.getString("judged")),
        row.getObject("audit_chance") != null);
  }
}
