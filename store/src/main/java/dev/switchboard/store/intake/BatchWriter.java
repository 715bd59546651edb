package dev.switchboard.store.intake;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.NewPost;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKey;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.CopyRows;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Directory.ChannelRef;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.log.EventRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Writes what the flow decided: new rows by COPY, changed ones by one statement a table. */
final class BatchWriter {
  private final Directory directory;
  private final AuthorIds authors;
  private final BatchUpdates updates = new BatchUpdates();

  private final CopyRows conversations =
      new CopyRows(
          "conversations",
          "id",
          "channel_id",
          "last_post",
          "last_shown_at",
          "first_asked_at",
          "last_help_at",
          "last_replied_at");
  private final CopyRows posts =
      new CopyRows(
          "posts",
          "id",
          "channel_id",
          "external_id",
          "conversation_id",
          "author_id",
          "direction",
          "kind",
          "in_reply_to",
          "text",
          "created_at",
          "shown_at",
          "received_at",
          "edited_at",
          "deleted_at",
          "language",
          "url",
          "followers",
          "extra",
          "verdict",
          "probability",
          "model",
          "problem",
          "problem_probability",
          "intent",
          "intent_probability",
          "urgency",
          "sentiment",
          "worth_answering",
          "reasons",
          "audit_chance");
  private final CopyRows cases =
      new CopyRows(
          "cases",
          "id",
          "brand_id",
          "conversation_id",
          "state",
          "ranked_low",
          "fence",
          "asked_at",
          "opened_at",
          "first_reply_at",
          "closed_at",
          "close_reason");
  private final CopyRows awaited =
      new CopyRows("awaited_parents", "channel_id", "external_id", "conversation_id");
  private final EventRows events = new EventRows();

  BatchWriter(Directory directory, SequenceIds ids, SeenKeys seen) {
    this.directory = directory;
    this.authors = new AuthorIds(directory, ids, seen);
  }

  void write(Handle handle, Batch batch, Instant now, boolean trustMemory) throws SQLException {
    Connection connection = handle.getConnection();
    Map<PostAuthor, Long> authorIds = authors.of(connection, batch.newPosts(), trustMemory);
    batch.newPosts().forEach(post -> add(post, batch, authorIds, now));
    batch.newConversations().forEach(conversation -> add(conversation, batch));
    batch.newCases().forEach(file -> add(file, batch));
    batch.newlyAwaited().forEach(this::addAwaited);
    batch.events().forEach(e -> events.add(e.event(), brandOf(e.channel()), now));

    // What is there already first: a case that a merge closes makes room for the other.
    updates.changeCases(connection, batch.changedCases());
    updates.merge(connection, batch.merges());
    updates.changeConversations(connection, batch.changedConversations());
    updates.arrived(connection, batch.arrived(), directory);
    authors.send(connection);
    conversations.send(connection);
    posts.send(connection);
    // After the new ones: an author may have changed a post within the batch that it came with.
    updates.changePosts(connection, batch.changedPosts(), now);
    cases.send(connection);
    awaited.send(connection);
    updates.lookUpFirstReplies(connection, batch.firstReplyUnsure());
    events.send(connection);
  }

  private void add(NewPost stored, Batch batch, Map<PostAuthor, Long> authorIds, Instant now) {
    Post post = stored.post();
    ChannelRef channel = directory.channel(post.channel(), post.brand());
    TriageDecision decision = stored.decision();
    posts
        .row()
        .add(stored.id())
        .add(channel.id())
        .add(post.externalId())
        .add(batch.survivor(stored.conversation()))
        .add(Objects.requireNonNull(authorIds.get(PostAuthor.of(post, channel))).longValue())
        .add(word(post.direction()))
        .add(word(post.kind()))
        .addOrNull(post.inReplyTo())
        .add(post.text())
        .add(post.createdAt())
        .add(stored.shownAt())
        .add(now)
        .addOrNull(post.change() instanceof AuthorChange.Edited(var at) ? at : null)
        .addOrNull(post.change() instanceof AuthorChange.Deleted(var at) ? at : null)
        .addOrNull(post.language())
        .addOrNull(post.url())
        .addOrNull(post.authorFollowers())
        .addJsonOrNull(post.extraJson())
        .addOrNull(decision == null ? null : decision.verdict().word())
        .addOrNull(decision == null ? null : decision.probability())
        .addOrNull(decision == null ? null : decision.model());
    DecisionColumns.add(decision, posts);
    posts.addOrNull(stored.auditChance());
  }

  private void add(Conversation conversation, Batch batch) {
    conversations
        .row()
        .add(conversation.id())
        .add(directory.channel(batch.channelOf(conversation), null).id())
        .add(conversation.lastPost())
        .add(conversation.lastShownAt())
        .addOrNull(conversation.firstAskedAt())
        .addOrNull(conversation.lastHelpAt())
        .addOrNull(conversation.lastRepliedAt());
  }

  private void add(CaseFile file, Batch batch) {
    cases
        .row()
        .add(file.id())
        .add(brandOf(batch.channelOf(file)))
        .add(batch.survivor(file.conversation()))
        .add(file.state().word())
        .add(file.rankedLow())
        .add(file.fence())
        .add(file.askedAt())
        .add(file.openedAt())
        .addOrNull(file.firstReplyAt())
        .addOrNull(CaseRecords.closedAt(file.state()))
        .addOrNull(CaseRecords.closeReason(file.state()));
  }

  private void addAwaited(PostKey key, long conversation) {
    awaited
        .row()
        .add(directory.channel(key.channel(), null).id())
        .add(key.externalId())
        .add(conversation);
  }

  private int brandOf(ChannelName channel) {
    return directory.channel(channel, null).brandId();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  void committed() {
    authors.committed();
  }

  void rolledBack() {
    authors.rolledBack();
    for (CopyRows rows : new CopyRows[] {conversations, posts, cases, awaited}) {
      rows.clear();
    }
    events.clear();
  }
}
