package dev.switchboard.store.intake;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.flow.Batch.ChangedPost;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.PostKey;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Times;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a batch changes in rows that are there already: one statement a table. */
final class BatchUpdates {

  void changeCases(Connection connection, List<CaseFile> files) throws SQLException {
    if (files.isEmpty()) {
      return;
    }
    // Posts never give a case a claim or a pending reply; they may take them away, by a merge.
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE cases c
            SET state = n.state, ranked_low = n.ranked_low, asked_at = n.asked_at,
                first_reply_at = n.first_reply_at, closed_at = n.closed_at,
                close_reason = n.close_reason,
                pending_reply = CASE WHEN n.state = 'pending' THEN c.pending_reply END
            FROM unnest(?, ?, ?, ?, ?, ?, ?)
              AS n (id, state, ranked_low, asked_at, first_reply_at, closed_at, close_reason)
            WHERE c.id = n.id
            """)) {
      update.setArray(1, array(connection, "int8", files, CaseFile::id));
      update.setArray(2, array(connection, "text", files, f -> f.state().word()));
      update.setArray(3, array(connection, "bool", files, CaseFile::rankedLow));
      update.setArray(4, array(connection, "timestamptz", files, f -> Times.sql(f.askedAt())));
      update.setArray(
          5, array(connection, "timestamptz", files, f -> Times.sqlOrNull(f.firstReplyAt())));
      update.setArray(
          6,
          array(
              connection,
              "timestamptz",
              files,
              f -> Times.sqlOrNull(CaseRecords.closedAt(f.state()))));
      update.setArray(7, array(connection, "text", files, f -> CaseRecords.closeReason(f.state())));
      update.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM claims l USING cases c
            WHERE l.case_id = ANY (?) AND c.id = l.case_id AND c.state <> 'claimed'
            """)) {
      delete.setArray(1, array(connection, "int8", files, CaseFile::id));
      delete.executeUpdate();
    }
  }

  void merge(Connection connection, Map<Long, Long> merges) throws SQLException {
    for (var merge : merges.entrySet()) {
      for (String statement :
          new String[] {
            "UPDATE cases SET conversation_id = ? WHERE conversation_id = ?",
            "UPDATE posts SET conversation_id = ? WHERE conversation_id = ?",
            "UPDATE awaited_parents SET conversation_id = ? WHERE conversation_id = ?"
          }) {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
          update.setLong(1, merge.getValue());
          update.setLong(2, merge.getKey());
          update.executeUpdate();
        }
      }
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM conversations WHERE id = ?")) {
        delete.setLong(1, merge.getKey());
        delete.executeUpdate();
      }
    }
  }

  void changeConversations(Connection connection, List<Conversation> changed) throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE conversations c
            SET last_post = n.last_post, last_shown_at = n.last_shown_at,
                first_asked_at = n.first_asked_at,
                -- A person may have brought a post back meanwhile.
                last_help_at = greatest(c.last_help_at, n.last_help_at),
                last_replied_at = n.last_replied_at
            FROM unnest(?, ?, ?, ?, ?, ?)
              AS n (id, last_post, last_shown_at, first_asked_at, last_help_at, last_replied_at)
            WHERE c.id = n.id
            """)) {
      update.setArray(1, array(connection, "int8", changed, Conversation::id));
      update.setArray(2, array(connection, "int8", changed, Conversation::lastPost));
      update.setArray(3, times(connection, changed, c -> c.lastShownAt()));
      update.setArray(4, times(connection, changed, c -> c.firstAskedAt()));
      update.setArray(5, times(connection, changed, c -> c.lastHelpAt()));
      update.setArray(6, times(connection, changed, c -> c.lastRepliedAt()));
      update.executeUpdate();
    }
  }

  void changePosts(Connection connection, List<ChangedPost> changed, Instant now)
      throws SQLException {
    for (ChangedPost post : changed) {
      try (PreparedStatement keep =
          connection.prepareStatement(
              """
              INSERT INTO post_revisions (post_id, replaced_at, text)
              SELECT id, ?, text FROM posts WHERE id = ?
              """)) {
        keep.setObject(1, Times.sql(now));
        keep.setLong(2, post.id());
        keep.executeUpdate();
      }
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              UPDATE posts
              SET text = ?, edited_at = coalesce(?, edited_at), deleted_at = coalesce(?, deleted_at)
              WHERE id = ?
              """)) {
        update.setString(1, post.text());
        update.setObject(
            2, Times.sqlOrNull(post.change() instanceof AuthorChange.Edited(var at) ? at : null));
        update.setObject(
            3, Times.sqlOrNull(post.change() instanceof AuthorChange.Deleted(var at) ? at : null));
        update.setLong(4, post.id());
        update.executeUpdate();
      }
    }
  }

  void arrived(Connection connection, Set<PostKey> keys, Directory directory) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM awaited_parents a
            USING unnest(?, ?) AS k (channel_id, external_id)
            WHERE a.channel_id = k.channel_id AND a.external_id = k.external_id
            """)) {
      delete.setArray(
          1, array(connection, "int4", keys, k -> directory.channel(k.channel(), null).id()));
      delete.setArray(2, array(connection, "text", keys, PostKey::externalId));
      delete.executeUpdate();
    }
  }

  /** For cases whose posts came out of order: the brand's first post since the customer asked. */
  void lookUpFirstReplies(Connection connection, Set<Long> cases) throws SQLException {
    if (cases.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE cases c
            SET first_reply_at = (
              SELECT min(p.created_at) FROM posts p
              WHERE p.conversation_id = c.conversation_id
                AND p.direction = 'out' AND p.created_at >= c.asked_at)
            WHERE c.id = ANY (?) AND c.close_reason IS DISTINCT FROM 'merged'
            """)) {
      update.setArray(1, connection.createArrayOf("int8", cases.toArray()));
      update.executeUpdate();
    }
  }

  private static Array times(
      Connection connection,
      List<Conversation> rows,
      Function<Conversation, @Nullable Instant> value)
      throws SQLException {
    return array(connection, "timestamptz", rows, c -> Times.sqlOrNull(value.apply(c)));
  }

  private static <T> Array array(
      Connection connection, String type, Collection<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[rows.size()];
    int i = 0;
    for (T row : rows) {
      values[i++] = value.apply(row);
    }
    return connection.createArrayOf(type, values);
  }
}
