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
import dev.switchboard.store.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Reads what the flow must know about a batch: which posts and parents are known or awaited, and
 * their conversations and cases, which stay locked until the transaction ends.
 */
final class BatchReader {
  private final Directory directory;
  private final SeenKeys seen;
  private final RecentPosts recent;

  BatchReader(Directory directory, SeenKeys seen, RecentPosts recent) {
    this.directory = directory;
    this.seen = seen;
    this.recent = recent;
  }

  /**
   * Reads for one batch.
   *
   * @param trustMemory false to read everything from the database
   */
  Batch read(Handle handle, List<Arrival> arrivals, boolean trustMemory) throws SQLException {
    Batch batch = new Batch();
    Connection connection = handle.getConnection();
    Set<Long> conversations = new LinkedHashSet<>();
    List<PostKey> maybeStored = new ArrayList<>();
    List<PostKey> maybeAwaited = new ArrayList<>();
    Set<PostKey> parents = parents(arrivals);
    for (PostKey key : keys(arrivals, parents)) {
      KnownPost known = trustMemory ? recent.find(key) : null;
      if (known != null) {
        batch.addKnown(key, known);
        conversations.add(known.conversation());
      } else {
        maybeAwaited.add(key);
        // A parent may be a reply of our own, or another process's: only the database knows.
        if (!trustMemory || parents.contains(key) || !seen.isSurelyNew(key)) {
          maybeStored.add(key);
        }
      }
    }
    readKnown(connection, new Keys(maybeStored, directory), batch, conversations);
    readAwaited(connection, new Keys(maybeAwaited, directory), batch, conversations);
    if (!conversations.isEmpty()) {
      Long[] ids = conversations.toArray(Long[]::new);
      // Cases first: whoever acts on a case locks it before anything else, too. A conversation
      // without a case is this thread's alone.
      readCases(connection, ids, batch);
      readConversations(connection, ids, batch);
      for (Long id : ids) {
        if (!batch.hasConversation(id)) {
          throw new StaleMemoryException(id);
        }
      }
    }
    return batch;
  }

  private static void readKnown(
      Connection connection, Keys keys, Batch batch, Set<Long> conversations) throws SQLException {
    if (keys.list().isEmpty()) {
      return;
    }
    // LIMIT 1 keeps the planner from reading the whole table for a large batch.
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT k.n, p.id, p.conversation_id, p.edited_at, p.deleted_at
            FROM unnest(?, ?) WITH ORDINALITY AS k (channel_id, external_id, n),
            LATERAL (
              SELECT id, conversation_id, edited_at, deleted_at FROM posts
              WHERE channel_id = k.channel_id AND external_id = k.external_id LIMIT 1) p
            """)) {
      keys.bind(connection, query);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long conversation = row.getLong(3);
          conversations.add(conversation);
          batch.addKnown(
              keys.list().get((int) row.getLong(1) - 1),
              new KnownPost(
                  row.getLong(2),
                  conversation,
                  Times.find(row, "edited_at"),
                  Times.find(row, "deleted_at")));
        }
      }
    }
  }

  private static void readAwaited(
      Connection connection, Keys keys, Batch batch, Set<Long> conversations) throws SQLException {
    if (keys.list().isEmpty()) {
      return;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT k.n, a.conversation_id
            FROM unnest(?, ?) WITH ORDINALITY AS k (channel_id, external_id, n)
            JOIN awaited_parents a USING (channel_id, external_id)
            """)) {
      keys.bind(connection, query);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          conversations.add(row.getLong(2));
          batch.addAwaited(keys.list().get((int) row.getLong(1) - 1), row.getLong(2));
        }
      }
    }
  }

  private static void readCases(Connection connection, Long[] conversations, Batch batch)
      throws SQLException {
    Map<Long, CaseFile> latest = new HashMap<>();
    List<Long> held = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT id, conversation_id, state, ranked_low, fence, asked_at, opened_at,
              first_reply_at, pending_reply, closed_at, close_reason
            FROM cases WHERE conversation_id = ANY (?) ORDER BY id FOR UPDATE
            """)) {
      query.setArray(1, connection.createArrayOf("bigint", conversations));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (CaseRecords.hasHolder(row)) {
            held.add(row.getLong("id"));
          } else {
            CaseFile file = CaseRecords.read(row);
            latest.merge(file.conversation(), file, CaseFile::later);
          }
        }
      }
    }
    if (!held.isEmpty()) {
      readHeld(connection, held, latest);
    }
    latest.values().forEach(batch::addLatestCase);
  }

  /** After the lock is held: a statement that waits for one sees the rows it joins as before. */
  private static void readHeld(Connection connection, List<Long> held, Map<Long, CaseFile> latest)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + CaseRecords.COLUMNS
                + " FROM cases c "
                + CaseRecords.JOINS
                + " WHERE c.id = ANY (?)")) {
      query.setArray(1, connection.createArrayOf("bigint", held.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          CaseFile file = CaseRecords.read(row);
          latest.merge(file.conversation(), file, CaseFile::later);
        }
      }
    }
  }

  private static void readConversations(Connection connection, Long[] ids, Batch batch)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT id, last_post, last_shown_at, first_asked_at, last_help_at, last_replied_at
            FROM conversations WHERE id = ANY (?)
            """)) {
      query.setArray(1, connection.createArrayOf("bigint", ids));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          batch.addConversation(ConversationRecords.read(row, "id"));
        }
      }
    }
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

  /** The keys of a batch as two arrays; their order says which row is which key. */
  private record Keys(List<PostKey> list, Directory directory) {
    void bind(Connection connection, PreparedStatement query) throws SQLException {
      Integer[] channels = new Integer[list.size()];
      String[] externalIds = new String[list.size()];
      for (int i = 0; i < list.size(); i++) {
        channels[i] = directory.channel(list.get(i).channel(), null).id();
        externalIds[i] = list.get(i).externalId();
      }
      query.setArray(1, connection.createArrayOf("int4", channels));
      query.setArray(2, connection.createArrayOf("text", externalIds));
    }
  }
}
