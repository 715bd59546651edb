package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.NewPost;
import dev.switchboard.store.CopyRows;
import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of authors: remembered, or else read, or else new. What a transaction added is only
 * remembered once it is committed. One thread.
 */
final class AuthorIds {
  private static final int MAX_REMEMBERED = 20_000;

  private final Directory directory;
  private final SequenceIds ids;
  private final SeenKeys seen;
  private final Map<PostAuthor, Long> remembered =
      new LinkedHashMap<>(1024, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PostAuthor, Long> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };
  private final Map<PostAuthor, Long> uncommitted = new HashMap<>();
  private final CopyRows rows = new CopyRows("authors", "id", "brand_id", "network", "external_id");

  AuthorIds(Directory directory, SequenceIds ids, SeenKeys seen) {
    this.directory = directory;
    this.ids = ids;
    this.seen = seen;
  }

  /** The number of each post's author; unknown ones are rows to be sent. */
  Map<PostAuthor, Long> of(Connection connection, List<NewPost> posts, boolean trustMemory)
      throws SQLException {
    Map<PostAuthor, Long> found = new HashMap<>();
    List<PostAuthor> unknown = new ArrayList<>();
    for (NewPost post : posts) {
      PostAuthor author =
          PostAuthor.of(post.post(), directory.channel(post.post().channel(), post.post().brand()));
      if (!found.containsKey(author)) {
        Long id = remembered.get(author);
        found.put(author, id == null ? Long.valueOf(-1) : id);
        if (id == null) {
          unknown.add(author);
        }
      }
    }
    if (!unknown.isEmpty()) {
      List<PostAuthor> maybeStored =
          trustMemory
              ? unknown.stream().filter(author -> !seen.isSurelyNew(author)).toList()
              : unknown;
      if (!maybeStored.isEmpty()) {
        read(connection, maybeStored);
      }
      unknown.forEach(author -> found.put(author, idOf(author)));
    }
    return found;
  }

  void send(Connection connection) throws SQLException {
    rows.send(connection);
  }

  void committed() {
    remembered.putAll(uncommitted);
    uncommitted.keySet().forEach(seen::add);
    uncommitted.clear();
  }

  void rolledBack() {
    // What was remembered is suspect, too, if another process writes.
    remembered.clear();
    uncommitted.clear();
    rows.clear();
  }

  private long idOf(PostAuthor author) {
    return Objects.requireNonNull(uncommitted.computeIfAbsent(author, this::added));
  }

  private Long added(PostAuthor author) {
    long id = ids.nextAuthor();
    rows.row().add(id).add(author.brandId()).add(author.network()).add(author.externalId());
    return id;
  }

  private void read(Connection connection, List<PostAuthor> unknown) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT k.n, a.id
            FROM unnest(?, ?, ?) WITH ORDINALITY AS k (brand_id, network, external_id, n),
            LATERAL (
              SELECT id FROM authors
              WHERE brand_id = k.brand_id AND network = k.network
                AND external_id = k.external_id LIMIT 1) a
            """)) {
      query.setArray(
          1,
          connection.createArrayOf(
              "int4", unknown.stream().map(PostAuthor::brandId).toArray(Integer[]::new)));
      query.setArray(2, texts(connection, unknown.stream().map(PostAuthor::network).toList()));
      query.setArray(3, texts(connection, unknown.stream().map(PostAuthor::externalId).toList()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          uncommitted.put(unknown.get((int) row.getLong(1) - 1), row.getLong(2));
        }
      }
    }
  }

  private static Array texts(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
