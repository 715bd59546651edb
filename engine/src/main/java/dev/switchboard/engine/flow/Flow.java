package dev.switchboard.engine.flow;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.PostRules;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.engine.triage.language.Languages;
import dev.switchboard.engine.triage.language.PostLanguage;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of one post: triage, conversation, case, and an event for each step.
 *
 * <p>{@link #triage} may run on any thread. {@link #accept} is single-threaded per brand: it reads
 * and writes the {@link Batch} of one transaction. Neither does I/O or looks at a clock.
 */
public final class Flow {
  private final Triage triage;
  private final Languages languages;
  private final PostRules rules;
  private final Joining joining;
  private final Ids ids;
  private final AuditDraw audits;
  private final TopicFinder topics;

  /** A flow without an audit, which asks no words for their language. */
  public Flow(Triage triage, PostRules rules, Ids ids) {
    this(triage, Languages.NONE, rules, ids, AuditDraw.NONE);
  }

  /** A flow in which nothing is sensitive. */
  public Flow(Triage triage, Languages languages, PostRules rules, Ids ids, AuditDraw audits) {
    this(triage, languages, rules, ids, audits, TopicFinder.NONE);
  }

  public Flow(
      Triage triage,
      Languages languages,
      PostRules rules,
      Ids ids,
      AuditDraw audits,
      TopicFinder topics) {
    this.triage = triage;
    this.languages = languages;
    this.rules = rules;
    this.joining = new Joining(ids);
    this.ids = ids;
    this.audits = audits;
    this.topics = topics;
  }

  /** Asks triage about a customer's post; the brand's own and withdrawn posts need no verdict. */
  public Arrival triage(Post post, Origin origin) {
    boolean undecided = post.isFromCustomer() && !(post.change() instanceof AuthorChange.Deleted);
    return undecided
        ? new Arrival(post, triage.decide(post), origin, languages.guess(post))
        : new Arrival(post, null, origin, null);
  }

  /** Takes one post through the flow. */
  public Accepted accept(Arrival arrived, Batch batch, Instant now) {
    Post post = arrived.post();
    KnownPost known = batch.known(post.key());
    if (known != null) {
      joining.joinWaiting(post.key(), post.channel(), batch);
      return changeByAuthor(post, known, batch);
    }
    boolean unheard = post.isFromCustomer() && batch.isMuted(post);
    Arrival arrival = unheard ? arrived.unheard() : arrived;
    long id = ids.nextPost();
    Conversation before = joining.conversationFor(id, post, batch);
    Instant shownAt = joining.placeOf(post, before, batch.latestCase(before));
    Conversation conversation = before.with(id, shownAt, post.createdAt(), arrival.voice());
    batch.update(conversation);
    batch.store(
        new NewPost(
            id,
            post,
            arrival.decision(),
            conversation.id(),
            shownAt,
            auditChance(id, arrival, now),
            language(arrival, batch)),
        asKnown(id, conversation, post));

    CaseFile latest = batch.latestCase(conversation);
    CaseDecision.Done decided =
        unheard
            ? rules.onUnheard(latest)
            : rules.onPost(latest, conversation, heard(arrival), now, ids::nextCase);
    Long caseId = decided == null ? null : Long.valueOf(decided.file().id());
    batch.record(post.channel(), received(id, caseId, arrival, conversation));
    if (decided != null) {
      keep(decided, latest, post, batch);
      flagTopics(decided.file(), arrival, batch);
      if (mayHaveEarlierReply(decided.file(), latest, conversation)) {
        batch.lookUpFirstReply(decided.file());
      }
    }
    return Accepted.NEW;
  }

  /** An open case on which a customer speaks of something sensitive is marked. */
  private void flagTopics(CaseFile file, Arrival arrival, Batch batch) {
    if (arrival.post().isFromCustomer() && file.state().isOpen()) {
      TriageDecision decision = arrival.decision();
      Set<String> found = topics.of(arrival.post(), decision == null ? null : decision.intent());
      if (!found.isEmpty()) {
        batch.flag(file, arrival.post().channel(), found);
      }
    }
  }

  /** A customer's language is remembered; the brand's is its own affair. */
  private static @Nullable PostLanguage language(Arrival arrival, Batch batch) {
    Post post = arrival.post();
    if (!post.isFromCustomer()) {
      return PostLanguage.choose(post.language(), null, null);
    }
    PostLanguage language =
        PostLanguage.choose(post.language(), batch.authorLanguage(post), arrival.guess());
    if (language != null && language.lasting()) {
      batch.learnLanguage(post, language.tag());
    }
    return language;
  }

  /** What is set aside as it comes in may be looked at; a history's posts are nobody's work. */
  private @Nullable Float auditChance(long id, Arrival arrival, Instant now) {
    TriageDecision decision = arrival.decision();
    if (decision == null
        || decision.verdict() != Verdict.SET_ASIDE
        || arrival.origin() == Origin.IMPORT) {
      return null;
    }
    double chance = audits.chanceIfTaken(id, arrival.post(), decision, now);
    return chance > 0 ? Float.valueOf((float) chance) : null;
  }

  /**
   * A reply counts from when the customer asked: if that is earlier than was known, a post of the
   * brand that came before may be the first reply.
   */
  private static boolean mayHaveEarlierReply(
      CaseFile file, @Nullable CaseFile latest, Conversation conversation) {
    boolean askedEarlier =
        latest == null || latest.id() != file.id() || file.askedAt().isBefore(latest.askedAt());
    return askedEarlier && conversation.lastRepliedAt() != null;
  }

  private static void keep(
      CaseDecision.Done decided, @Nullable CaseFile latest, Post post, Batch batch) {
    CaseFile file = decided.file();
    if (latest == null || latest.id() != file.id()) {
      batch.openCase(file, post.channel());
    } else if (!latest.equals(file)) {
      batch.update(file);
    }
    for (Event event : decided.events()) {
      batch.record(post.channel(), new NewEvent(file.id(), null, null, event));
    }
  }

  /** A known post: its author's newest change counts, anything else is a duplicate. */
  private static Accepted changeByAuthor(Post post, KnownPost known, Batch batch) {
    return switch (post.change()) {
      case AuthorChange.Edited(var at)
          when known.deletedAt() == null
              && (known.editedAt() == null || at.isAfter(known.editedAt())) -> {
        KnownPost edited = new KnownPost(known.id(), known.conversation(), at, null);
        batch.change(post.key(), edited, post.change(), post.text());
        batch.record(post.channel(), changed(post, known, new Event.PostEdited(at), batch));
        yield Accepted.NEW;
      }
      case AuthorChange.Deleted(var at) when known.deletedAt() == null -> {
        KnownPost deleted = new KnownPost(known.id(), known.conversation(), known.editedAt(), at);
        batch.change(post.key(), deleted, post.change(), "");
        batch.record(post.channel(), changed(post, known, new Event.PostDeleted(at), batch));
        yield Accepted.NEW;
      }
      case AuthorChange.Written _, AuthorChange.Edited _, AuthorChange.Deleted _ ->
          Accepted.DUPLICATE;
    };
  }

  /** A change belongs to the case of the conversation, so that whoever looks at it is told. */
  private static NewEvent changed(Post post, KnownPost known, Event event, Batch batch) {
    Conversation conversation = batch.conversationOf(post.key());
    CaseFile latest = conversation == null ? null : batch.latestCase(conversation);
    return new NewEvent(latest == null ? null : latest.id(), known.id(), null, event);
  }

  private static KnownPost asKnown(long id, Conversation conversation, Post post) {
    return switch (post.change()) {
      case AuthorChange.Written _ -> new KnownPost(id, conversation.id(), null, null);
      case AuthorChange.Edited(var at) -> new KnownPost(id, conversation.id(), at, null);
      case AuthorChange.Deleted(var at) -> new KnownPost(id, conversation.id(), null, at);
    };
  }

  private static PostRules.Heard heard(Arrival arrival) {
    return new PostRules.Heard(
        arrival.voice(), arrival.isSure(), arrival.post().createdAt(), arrival.origin());
  }

  private static NewEvent received(
      long id, @Nullable Long caseId, Arrival arrival, Conversation conversation) {
    TriageDecision decision = arrival.decision();
    return new NewEvent(
        caseId,
        id,
        null,
        new Event.PostReceived(
            conversation.id(),
            arrival.post().direction(),
            decision == null ? null : decision.verdict(),
            decision == null ? null : decision.probability(),
            decision == null ? null : decision.model()));
  }
}
