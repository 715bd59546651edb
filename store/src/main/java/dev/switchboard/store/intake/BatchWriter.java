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
import dev.switchboard.engine.triage.language.PostLanguage;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Directory.ChannelRef;
import dev.switchboard.store.NewRows;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.SensitiveCases;
import dev.switchboard.store.SettledCases;
import dev.switchboard.store.Statements;
import dev.switchboard.store.log.EventRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes what the flow decided, in as few round trips as its size allows. */
final class BatchWriter {
  private final Directory directory;
  private final AuthorIds authors;
  private final BatchUpdates updates = new BatchUpdates();

  private final NewRows conversations =
      new NewRows(
          "conversations",
          "id int8",
          "channel_id int4",
          "last_post int8",
          "last_shown_at timestamptz",
          "first_asked_at timestamptz",
          "last_help_at timestamptz",
          "last_replied_at timestamptz");
  private final NewRows posts =
      new NewRows(
          "posts",
          "id int8",
          "channel_id int4",
          "external_id text",
          "conversation_id int8",
          "author_id int8",
          "direction text",
          "kind text",
          "in_reply_to text",
          "text text",
          "created_at timestamptz",
          "shown_at timestamptz",
          "received_at timestamptz",
          "edited_at timestamptz",
          "deleted_at timestamptz",
          "language text",
          "url text",
          "followers int4",
          "extra jsonb",
          "verdict text",
          "probability float4",
          "model int4",
          "problem bool",
          "problem_probability float4",
          "intent text",
          "intent_probability float4",
          "urgency float4",
          "sentiment text",
          "worth_answering bool",
          "reasons text",
          "audit_chance float4",
          "language_from text");
  private final NewRows cases =
      new NewRows(
          "cases",
          "id int8",
          "brand_id int4",
          "conversation_id int8",
          "state text",
          "ranked_low bool",
          "fence int8",
          "asked_at timestamptz",
          "opened_at timestamptz",
          "first_reply_at timestamptz",
          "closed_at timestamptz",
          "close_reason text");
  private final NewRows awaited =
      new NewRows("awaited_parents", "channel_id int4", "external_id text", "conversation_id int8");
  private final EventRows events = new EventRows();

  BatchWriter(Directory directory, AuthorIds authors) {
    this.directory = directory;
    this.authors = authors;
  }

  void write(Statements statements, Batch batch, Instant now) throws SQLException {
    Map<PostAuthor, Long> authorIds = authors.of(batch);
    batch.newPosts().forEach(post -> add(post, batch, authorIds, now));
    batch.newConversations().forEach(conversation -> add(conversation, batch));
    batch.newCases().forEach(file -> add(file, batch));
    batch.newlyAwaited().forEach(this::addAwaited);
    batch.events().forEach(e -> events.add(e.event(), brandOf(e.channel()), now));

    // What is there already first: a case that a merge closes makes room for the other.
    updates.changeCases(statements, batch.changedCases());
    updates.merge(statements, batch.merges());
    updates.changeConversations(statements, batch.changedConversations());
    updates.arrived(statements, batch.arrived(), directory);
    authors.write(statements);
    conversations.write(statements);
    posts.write(statements);
    // After the new ones: an author may have changed a post within the batch that it came with.
    updates.changePosts(statements, batch.changedPosts(), now);
    cases.write(statements);
    awaited.write(statements);
    updates.lookUpFirstReplies(statements, batch.firstReplyUnsure());
    events.write(statements);
    flag(statements, batch, now);
    SettledCases.clear(statements, batch.events().stream().map(e -> e.event()).toList(), now);
    statements.run();
  }

  private static void flag(Statements statements, Batch batch, Instant now) throws SQLException {
    Map<Long, Set<String>> topics = new LinkedHashMap<>();
    batch.flagged().forEach(flagged -> topics.put(flagged.caseId(), flagged.topics()));
    SensitiveCases.flag(statements, topics, now);
  }

  private void add(NewPost stored, Batch batch, Map<PostAuthor, Long> authorIds, Instant now) {
    Post post = stored.post();
    ChannelRef channel = directory.channel(post.channel(), post.brand());
    TriageDecision decision = stored.decision();
    PostLanguage language = stored.language();
    RowBuffer row = posts.row();
    row.add(stored.id())
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
        .addOrNull(language == null ? post.language() : language.tag())
        .addOrNull(post.url())
        .addOrNull(post.authorFollowers())
        .addJsonOrNull(post.extraJson())
        .addOrNull(decision == null ? null : decision.verdict().word())
        .addOrNull(decision == null ? null : decision.probability())
        .addOrNull(decision == null ? null : decision.model());
    DecisionColumns.add(decision, row);
    row.addOrNull(stored.auditChance())
        .addOrNull(language == null ? null : language.source().word());
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

  void rolledBack() {
    authors.rolledBack();
    List.of(conversations, posts, cases, awaited).forEach(NewRows::clear);
    events.clear();
  }
}
