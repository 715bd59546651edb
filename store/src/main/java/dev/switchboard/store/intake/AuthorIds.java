package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.NewPost;
import dev.switchboard.engine.post.Post;
import dev.switchboard.store.Directory;
import dev.switchboard.store.NewRows;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a batch's authors, in which languages they write, and whether they are heard:
 * remembered, or else read, or else new. What a transaction added is only remembered once it is
 * committed. One thread.
 */
final class AuthorIds {
  private final Directory directory;
  private final SequenceIds ids;
  private final IntakeMemory memory;
  private final Map<PostAuthor, KnownAuthor> known = new HashMap<>();
  private final Map<PostAuthor, KnownAuthor> added = new HashMap<>();
  private final Map<PostAuthor, KnownAuthor> changed = new HashMap<>();
  private long mutings;
  private final RowBuffer wanted =
      new RowBuffer("brand_id int4", "network text", "external_id text");
  private final NewRows rows =
      new NewRows(
          "authors",
          "id int8",
          "brand_id int4",
          "network text",
          "external_id text",
          "language text");

  AuthorIds(Directory directory, SequenceIds ids, IntakeMemory memory) {
    this.directory = directory;
    this.ids = ids;
    this.memory = memory;
  }

  /** Asks for those who may be stored and are not remembered. */
  void read(Statements statements, List<Arrival> arrivals, boolean trustMemory)
      throws SQLException {
    forgetBatch();
    mutings = memory.mutings();
    Set<PostAuthor> authors = new LinkedHashSet<>();
    arrivals.forEach(arrival -> authors.add(author(arrival.post())));
    List<PostAuthor> maybeStored = new ArrayList<>();
    for (PostAuthor author : authors) {
      KnownAuthor remembered = trustMemory ? memory.findAuthor(author) : null;
      if (remembered != null) {
        known.put(author, remembered);
      } else if (!trustMemory || !memory.seen().isSurelyNew(author)) {
        maybeStored.add(author);
      }
    }
    for (PostAuthor author : maybeStored) {
      wanted.row().add(author.brandId()).add(author.network()).add(author.externalId());
    }
    statements.query(
        """
        SELECT k.n, a.id, a.language, a.muted
        FROM unnest(?, ?, ?) WITH ORDINALITY AS k (brand_id, network, external_id, n),
        LATERAL (
          SELECT id, language, muted_at IS NOT NULL AS muted FROM authors
          WHERE brand_id = k.brand_id AND network = k.network
            AND external_id = k.external_id LIMIT 1) a
        """,
        wanted,
        row ->
            known.put(
                maybeStored.get((int) row.getLong(1) - 1),
                new KnownAuthor(row.getLong(2), row.getString(3), row.getBoolean(4))));
  }

  /** Tells the flow what is known of the authors of posts; after the reading. */
  void tell(List<Arrival> arrivals, Batch batch) {
    for (Arrival arrival : arrivals) {
      KnownAuthor author = known.get(author(arrival.post()));
      if (author == null) {
        continue;
      }
      if (author.language() != null) {
        batch.addAuthorLanguage(arrival.post(), author.language());
      }
      if (author.muted()) {
        batch.addMuted(arrival.post());
      }
    }
  }

  /** The number of each post's author; unknown ones are rows to be written. */
  Map<PostAuthor, Long> of(Batch batch) {
    Map<PostAuthor, Long> found = new HashMap<>();
    for (NewPost post : batch.newPosts()) {
      PostAuthor author = author(post.post());
      String learned = batch.learnedLanguage(post.post());
      if (!found.containsKey(author)) {
        KnownAuthor before = known.get(author);
        found.put(author, before == null ? add(author) : before.id());
      }
      if (learned != null) {
        learn(author, learned);
      }
    }
    added.forEach(this::addRow);
    return found;
  }

  private long add(PostAuthor author) {
    long id = ids.nextAuthor();
    added.put(author, new KnownAuthor(id, null, false));
    return id;
  }

  private void learn(PostAuthor author, String language) {
    KnownAuthor before = known.get(author);
    if (before == null) {
      added.computeIfPresent(author, (_, fresh) -> fresh.writing(language));
    } else {
      changed.put(author, before.writing(language));
    }
  }

  private void addRow(PostAuthor author, KnownAuthor known) {
    rows.row()
        .add(known.id())
        .add(author.brandId())
        .add(author.network())
        .add(author.externalId())
        .addOrNull(known.language());
  }

  void write(Statements statements) throws SQLException {
    rows.write(statements);
    if (changed.isEmpty()) {
      return;
    }
    RowBuffer languages = new RowBuffer("id int8", "language text");
    // In one order, so that two processes never wait for each other.
    changed.values().stream()
        .sorted(Comparator.comparingLong(KnownAuthor::id))
        .forEach(author -> languages.row().add(author.id()).addOrNull(author.language()));
    statements.update(
        """
        UPDATE authors a SET language = k.language
        FROM unnest(?, ?) AS k (id, language) WHERE a.id = k.id
        """,
        languages);
  }

  void committed() {
    memory.rememberAuthors(mutings, known, added, changed);
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
    changed.clear();
    wanted.clear();
  }

  private PostAuthor author(Post post) {
    return PostAuthor.of(post, directory.channel(post.channel(), post.brand()));
  }
}
