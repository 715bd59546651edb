package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.NewPost;
import dev.switchboard.engine.post.Post;
import dev.switchboard.store.Directory;
import dev.switchboard.store.NewRows;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a batch's authors: remembered, or else read, or else new. What a transaction added
 * is only remembered once it is committed. One thread.
 */
final class AuthorIds {
  private final Directory directory;
  private final SequenceIds ids;
  private final IntakeMemory memory;
  private final Map<PostAuthor, Long> known = new HashMap<>();
  private final Map<PostAuthor, Long> added = new HashMap<>();
  private final RowBuffer wanted =
      new RowBuffer("brand_id int4", "network text", "external_id text");
  private final NewRows rows =
      new NewRows("authors", "id int8", "brand_id int4", "network text", "external_id text");

  AuthorIds(Directory directory, SequenceIds ids, IntakeMemory memory) {
    this.directory = directory;
    this.ids = ids;
    this.memory = memory;
  }

  /** Asks for those who may be stored and are not remembered. */
  void read(Statements statements, List<Arrival> arrivals, boolean trustMemory)
      throws SQLException {
    forgetBatch();
    Set<PostAuthor> authors = new LinkedHashSet<>();
    arrivals.forEach(arrival -> authors.add(author(arrival.post())));
    List<PostAuthor> maybeStored = new ArrayList<>();
    for (PostAuthor author : authors) {
      Long id = trustMemory ? memory.findAuthor(author) : null;
      if (id != null) {
        known.put(author, id);
      } else if (!trustMemory || !memory.seen().isSurelyNew(author)) {
        maybeStored.add(author);
      }
    }
    for (PostAuthor author : maybeStored) {
      wanted.row().add(author.brandId()).add(author.network()).add(author.externalId());
    }
    statements.query(
        """
        SELECT k.n, a.id
        FROM unnest(?, ?, ?) WITH ORDINALITY AS k (brand_id, network, external_id, n),
        LATERAL (
          SELECT id FROM authors
          WHERE brand_id = k.brand_id AND network = k.network
            AND external_id = k.external_id LIMIT 1) a
        """,
        wanted,
        row -> known.put(maybeStored.get((int) row.getLong(1) - 1), row.getLong(2)));
  }

  /** The number of each post's author; unknown ones are rows to be written. */
  Map<PostAuthor, Long> of(List<NewPost> posts) {
    Map<PostAuthor, Long> found = new HashMap<>();
    for (NewPost post : posts) {
      PostAuthor author = author(post.post());
      if (!found.containsKey(author)) {
        Long id = known.get(author);
        found.put(author, id == null ? add(author) : id);
      }
    }
    return found;
  }

  private Long add(PostAuthor author) {
    Long id = ids.nextAuthor();
    rows.row().add(id).add(author.brandId()).add(author.network()).add(author.externalId());
    added.put(author, id);
    return id;
  }

  void write(Statements statements) throws SQLException {
    rows.write(statements);
  }

  void committed() {
    memory.rememberAuthors(known);
    memory.rememberAuthors(added);
    added.keySet().forEach(memory.seen()::add);
    forgetBatch();
  }

  void rolledBack() {
    forgetBatch();
    rows.clear();
  }

  private void forgetBatch() {
    known.clear();
    added.clear();
    wanted.clear();
  }

  private PostAuthor author(Post post) {
    return PostAuthor.of(post, directory.channel(post.channel(), post.brand()));
  }
}
