package dev.switchboard.store.intake;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.KnownPost;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKey;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.ConversationRecords;
import dev.switchboard.store.Directory;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what the flow must know about a batch: which posts and parents are known or awaited, and
 * their conversations and cases, which stay locked until the transaction ends.
 */
final class BatchReader {
  private final Directory directory;
  private final AuthorIds authors;
  private final IntakeMemory memory;

  BatchReader(Directory directory, AuthorIds authors, IntakeMemory memory) {
    this.directory = directory;
    this.authors = authors;
    this.memory = memory;
  }

  /**
   * Reads for one batch.
   *
   * @param trustMemory false to read everything from the database
   */
  Batch read(Statements statements, List<Arrival> arrivals, boolean trustMemory)
      throws SQLException {
    Batch batch = new Batch();
    Set<Long> conversations = new LinkedHashSet<>();
    List<PostKey> maybeStored = new ArrayList<>();
    List<PostKey> maybeAwaited = new ArrayList<>();
    Set<PostKey> parents = parents(arrivals);
    for (PostKey key : keys(arrivals, parents)) {
      KnownPost known = trustMemory ? memory.findPost(key) : null;
      if (known != null) {
        batch.addKnown(key, known);
        conversations.add(known.conversation());
      } else {
        maybeAwaited.add(key);
        // A parent may be a reply of our own, or another process's: only the database knows.
        if (!trustMemory || parents.contains(key) || !memory.seen().isSurelyNew(key)) {
          maybeStored.add(key);
        }
      }
    }
    readKnown(statements, maybeStored, batch, conversations);
    readAwaited(statements, maybeAwaited, batch, conversations);
    authors.read(statements, arrivals, trustMemory);
    statements.run();
    authors.tell(arrivals, batch);

    Map<Long, CaseFile> latest = new HashMap<>();
    RowBuffer held = new RowBuffer("id int8");
    RowBuffer ids = ids(conversations);
    // Cases first: whoever acts on a case locks it before anything else, too. A conversation
    // without a case is this thread's alone.
    lockCases(statements, ids, latest, held);
    readConversations(statements, ids, batch);
    statements.run();
    readHeld(statements, held, latest);
    statements.run();

    latest.values().forEach(batch::addLatestCase);
    for (Long id : conversations) {
      if (!batch.hasConversation(id)) {
        throw new StaleMemoryException(id);
      }
    }
    return batch;
  }

  private void readKnown(
      Statements statements, List<PostKey> keys, Batch batch, Set<Long> conversations)
      throws SQLException {
    // LIMIT 1 keeps the planner from reading the whole table for a large batch.
    statements.query(
        """
        SELECT k.n, p.id, p.conversation_id, p.edited_at, p.deleted_at
        FROM unnest(?, ?) WITH ORDINALITY AS k (channel_id, external_id, n),
        LATERAL (
          SELECT id, conversation_id, edited_at, deleted_at FROM posts
          WHERE channel_id = k.channel_id AND external_id = k.external_id LIMIT 1) p
        """,
        rows(keys),
        row -> {
          long conversation = row.getLong(3);
          conversations.add(conversation);
          batch.addKnown(
              keys.get((int) row.getLong(1) - 1),
              new KnownPost(
                  row.getLong(2),
                  conversation,
                  Times.find(row, "edited_at"),
                  Times.find(row, "deleted_at")));
        });
  }

  private void readAwaited(
      Statements statements, List<PostKey> keys, Batch batch, Set<Long> conversations)
      throws SQLException {
    statements.query(
        """
        SELECT k.n, a.conversation_id
        FROM unnest(?, ?) WITH ORDINALITY AS k (channel_id, external_id, n)
        JOIN awaited_parents a USING (channel_id, external_id)
        """,
        rows(keys),
        row -> {
          conversations.add(row.getLong(2));
          batch.addAwaited(keys.get((int) row.getLong(1) - 1), row.getLong(2));
        });
  }

  private static void lockCases(
      Statements statements, RowBuffer conversations, Map<Long, CaseFile> latest, RowBuffer held)
      throws SQLException {
    statements.query(
        """
        SELECT id, conversation_id, state, ranked_low, fence, asked_at, opened_at,
          first_reply_at, pending_reply, closed_at, close_reason
        FROM cases WHERE conversation_id = ANY (?) ORDER BY id FOR NO KEY UPDATE
        """,
        conversations,
        row -> {
          if (CaseRecords.hasHolder(row)) {
            held.row().add(row.getLong("id"));
          } else {
            keepLatest(CaseRecords.read(row), latest);
          }
        });
  }

  /** After the lock is held: a statement that waits for one sees the rows it joins as before. */
  private static void readHeld(Statements statements, RowBuffer held, Map<Long, CaseFile> latest)
      throws SQLException {
    statements.query(
        "SELECT "
            + CaseRecords.COLUMNS
            + " FROM cases c "
            + CaseRecords.JOINS
            + " WHERE c.id = ANY (?)",
        held,
        row -> keepLatest(CaseRecords.read(row), latest));
  }

  private static void keepLatest(CaseFile file, Map<Long, CaseFile> latest) {
    latest.merge(file.conversation(), file, CaseFile::later);
  }

  private static void readConversations(Statements statements, RowBuffer conversations, Batch batch)
      throws SQLException {
    statements.query(
        """
        SELECT id, last_post, last_shown_at, first_asked_at, last_help_at, last_replied_at
        FROM conversations WHERE id = ANY (?)
        """,
        conversations,
        row -> batch.addConversation(ConversationRecords.read(row, "id")));
  }

  private Set<PostKey> keys(List<Arrival> arrivals, Set<PostKey> parents) {
    Set<PostKey> keys = new LinkedHashSet<>(arrivals.size() * 2);
    for (Arrival arrival : arrivals) {
      Post post = arrival.post();
      // Who sees a channel first says its brand.
      directory.channel(post.channel(), post.brand());
      keys.add(post.key());
    }
    keys.addAll(parents);
    return keys;
  }

  private static Set<PostKey> parents(List<Arrival> arrivals) {
    Set<PostKey> parents = new LinkedHashSet<>();
    for (Arrival arrival : arrivals) {
      PostKey parent = arrival.post().parentKey();
      if (parent != null) {
        parents.add(parent);
      }
    }
    return parents;
  }

  private RowBuffer rows(List<PostKey> keys) {
    RowBuffer rows = new RowBuffer("channel_id int4", "external_id text");
    for (PostKey key : keys) {
      rows.row().add(directory.channel(key.channel(), null).id()).add(key.externalId());
    }
    return rows;
  }

  private static RowBuffer ids(Set<Long> conversations) {
    RowBuffer rows = new RowBuffer("id int8");
    conversations.forEach(id -> rows.row().add(id.longValue()));
    return rows;
  }
}
