package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Reads what events tell of, by key. Any thread. */
public final class FollowedPosts {
  private final Jdbi jdbi;

  public FollowedPosts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Customers' posts by their ids, as they were received: edits are left out, so that whoever reads
   * twice reads the same.
   */
  public Map<Long, ReportedPost> posts(Collection<Long> ids) {
    Map<Long, ReportedPost> posts = new HashMap<>();
    if (ids.isEmpty()) {
      return posts;
    }
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT p.id, a.network || ':' || a.external_id AS author,
                      coalesce(
                        (SELECT r.text FROM post_revisions r WHERE r.post_id = p.id
                         ORDER BY r.replaced_at LIMIT 1), p.text) AS text,
                      CASE WHEN coalesce(p.language_from, 'declared') = 'declared'
                        THEN p.language END AS language,
                      p.created_at, p.kind = 'repost' AS repost,
                      coalesce(p.problem, false)
                        OR (p.verdict <> 'setAside' AND p.probability >= 0.5) AS report,
                      p.intent, p.extra ->> 'region' AS region, p.extra ->> 'product' AS product,
                      p.extra ->> 'version' AS version, p.followers
                    FROM posts p JOIN authors a ON a.id = p.author_id
                    WHERE p.id = ANY(:ids)
                    """)
                .bindArray("ids", Long.class, ids)
                .map((row, _) -> post(row))
                .forEach(post -> posts.put(post.id(), post)));
    return posts;
  }

  /** Changes by the numbers of their events. */
  public Map<Long, ChangeRow> changes(Collection<Long> seqs) {
    Map<Long, ChangeRow> changes = new HashMap<>();
    if (seqs.isEmpty()) {
      return changes;
    }
    jdbi.useHandle(
        h ->
            h.createQuery(Changes.SELECT + " WHERE c.seq = ANY(:seqs)")
                .bindArray("seqs", Long.class, seqs)
                .map((row, _) -> Map.entry(row.getLong("seq"), Changes.row(row)))
                .forEach(found -> changes.put(found.getKey(), found.getValue())));
    return changes;
  }

  private static ReportedPost post(ResultSet row) throws SQLException {
    return new ReportedPost(
        row.getLong("id"),
        row.getString("author"),
        row.getString("text"),
        row.getString("language"),
        Times.read(row, "created_at"),
        row.getBoolean("repost"),
        row.getBoolean("report"),
        row.getString("intent"),
        row.getString("region"),
        row.getString("product"),
        row.getString("version"),
        row.getObject("followers", Integer.class));
  }
}
