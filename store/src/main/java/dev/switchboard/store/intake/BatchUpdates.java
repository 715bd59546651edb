package dev.switchboard.store.intake;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.flow.Batch.ChangedPost;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.PostKey;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.Directory;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a batch changes in rows that are there already: one statement a table. */
final class BatchUpdates {

  void changeCases(Statements statements, List<CaseFile> files) throws SQLException {
    RowBuffer rows =
        new RowBuffer(
            "id int8",
            "state text",
            "ranked_low bool",
            "asked_at timestamptz",
            "first_reply_at timestamptz",
            "closed_at timestamptz",
            "close_reason text");
    RowBuffer ids = new RowBuffer("id int8");
    RowBuffer worked = new RowBuffer("case_id int8", "token int8", "expires_at timestamptz");
    for (CaseFile file : files) {
      rows.row()
          .add(file.id())
          .add(file.state().word())
          .add(file.rankedLow())
          .add(file.askedAt())
          .addOrNull(file.firstReplyAt())
          .addOrNull(CaseRecords.closedAt(file.state()))
          .addOrNull(CaseRecords.closeReason(file.state()));
      ids.row().add(file.id());
      if (file.state() instanceof CaseState.Claimed claim && claim.pause() == null) {
        worked.row().add(file.id()).add(claim.token()).add(claim.expiresAt());
      }
    }
    // Posts never give a case a claim or a pending reply; they may take them away, by a merge, and
    // they end pauses.
    statements.update(
        """
        UPDATE cases c
        SET state = n.state, ranked_low = n.ranked_low, asked_at = n.asked_at,
            first_reply_at = n.first_reply_at, closed_at = n.closed_at,
            close_reason = n.close_reason,
            pending_reply = CASE WHEN n.state = 'pending' THEN c.pending_reply END
        FROM unnest(?, ?, ?, ?, ?, ?, ?)
          AS n (id, state, ranked_low, asked_at, first_reply_at, closed_at, close_reason)
        WHERE c.id = n.id
        """,
        rows);
    statements.update(
        """
        DELETE FROM claims l USING cases c
        WHERE l.case_id = ANY (?) AND c.id = l.case_id AND c.state <> 'claimed'
        """,
        ids);
    statements.update(
        """
        UPDATE claims l
        SET expires_at = n.expires_at, paused_for = NULL, pause_reason = NULL, paused_until = NULL
        FROM unnest(?, ?, ?) AS n (case_id, token, expires_at)
        WHERE l.case_id = n.case_id AND l.token = n.token AND l.paused_until IS NOT NULL
        """,
        worked);
  }

  void merge(Statements statements, Map<Long, Long> merges) throws SQLException {
    for (var merge : merges.entrySet()) {
      Long from = merge.getKey();
      Long into = merge.getValue();
      statements.update(
          "UPDATE cases SET conversation_id = ? WHERE conversation_id = ?", into, from);
      statements.update(
          "UPDATE posts SET conversation_id = ? WHERE conversation_id = ?", into, from);
      statements.update(
          "UPDATE awaited_parents SET conversation_id = ? WHERE conversation_id = ?", into, from);
      statements.update("DELETE FROM conversations WHERE id = ?", from);
    }
  }

  void changeConversations(Statements statements, List<Conversation> changed) throws SQLException {
    RowBuffer rows =
        new RowBuffer(
            "id int8",
            "last_post int8",
            "last_shown_at timestamptz",
            "first_asked_at timestamptz",
            "last_help_at timestamptz",
            "last_replied_at timestamptz");
    for (Conversation conversation : changed) {
      rows.row()
          .add(conversation.id())
          .add(conversation.lastPost())
          .add(conversation.lastShownAt())
          .addOrNull(conversation.firstAskedAt())
          .addOrNull(conversation.lastHelpAt())
          .addOrNull(conversation.lastRepliedAt());
    }
    statements.update(
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
        """,
        rows);
  }

  /** One post after the other: the same post may be changed twice in a batch. */
  void changePosts(Statements statements, List<ChangedPost> changed, Instant now)
      throws SQLException {
    for (ChangedPost post : changed) {
      RowBuffer row =
          new RowBuffer(
              "id int8",
              "at timestamptz",
              "text text",
              "edited_at timestamptz",
              "deleted_at timestamptz");
      row.row()
          .add(post.id())
          .add(now)
          .add(post.text())
          .addOrNull(post.change() instanceof AuthorChange.Edited(var at) ? at : null)
          .addOrNull(post.change() instanceof AuthorChange.Deleted(var at) ? at : null);
      statements.update(
          """
          WITH change AS (
            SELECT * FROM unnest(?, ?, ?, ?, ?) AS c (id, at, text, edited_at, deleted_at)),
          kept AS (
            INSERT INTO post_revisions (post_id, replaced_at, text)
            SELECT p.id, c.at, p.text FROM change c JOIN posts p ON p.id = c.id)
          UPDATE posts p
          SET text = c.text, edited_at = coalesce(c.edited_at, p.edited_at),
              deleted_at = coalesce(c.deleted_at, p.deleted_at)
          FROM change c WHERE p.id = c.id
          """,
          row);
    }
  }

  void arrived(Statements statements, Set<PostKey> keys, Directory directory) throws SQLException {
    RowBuffer rows = new RowBuffer("channel_id int4", "external_id text");
    for (PostKey key : keys) {
      rows.row().add(directory.channel(key.channel(), null).id()).add(key.externalId());
    }
    statements.update(
        """
        DELETE FROM awaited_parents a
        USING unnest(?, ?) AS k (channel_id, external_id)
        WHERE a.channel_id = k.channel_id AND a.external_id = k.external_id
        """,
        rows);
  }

  /** For cases whose posts came out of order: the brand's first post since the customer asked. */
  void lookUpFirstReplies(Statements statements, Set<Long> cases) throws SQLException {
    RowBuffer ids = new RowBuffer("id int8");
    cases.forEach(id -> ids.row().add(id.longValue()));
    statements.update(
        """
        UPDATE cases c
        SET first_reply_at = (
          SELECT min(p.created_at) FROM posts p
          WHERE p.conversation_id = c.conversation_id
            AND p.direction = 'out' AND p.created_at >= c.asked_at)
        WHERE c.id = ANY (?) AND c.close_reason IS DISTINCT FROM 'merged'
        """,
        ids);
  }
}
