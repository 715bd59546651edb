package dev.switchboard.engine.casework;

import dev.switchboard.engine.casework.CaseState.Answered;
import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.casework.CaseState.Closed;
import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.casework.CaseState.Waiting;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a post that arrives means for the case on its conversation. The rules look at the latest
 * question and the latest answer, never at the order of arrival, so that an answer which arrives
 * before its question counts all the same.
 *
 * <p>Pure and immutable; the caller serialises the posts of one conversation.
 */
public final class PostRules {
  private final CasePolicy policy;

  public PostRules(CasePolicy policy) {
    this.policy = policy;
  }

  /**
   * @param voice who speaks, and whether they ask for something
   * @param sure false when triage was unsure of a customer who asks
   */
  public record Heard(Voice voice, boolean sure, Instant createdAt, Origin origin) {}

  /**
   * Decides on one post.
   *
   * @param latest the latest case of the conversation, or null
   * @param conversation with the post in it
   * @param newCaseId asked at most once, only if a case is opened
   * @return the case as it is now with what happened, or null if the post concerns no case
   */
  public CaseDecision.@Nullable Done onPost(
      @Nullable CaseFile latest,
      Conversation conversation,
      Heard post,
      Instant now,
      LongSupplier newCaseId) {
    return switch (post.voice()) {
      case CUSTOMER_ASKS -> onQuestion(latest, conversation, post, now, newCaseId);
      case CUSTOMER_CHATS -> onChat(latest, conversation, post, now, newCaseId);
      case BRAND -> onAnswer(latest, conversation, post, now, newCaseId);
    };
  }

  /** A post of an author whom nobody wants to hear: it stands on an open case, and does nothing. */
  public CaseDecision.@Nullable Done onUnheard(@Nullable CaseFile latest) {
    return latest != null && latest.state().isOpen() ? joined(latest) : null;
  }

  private CaseDecision.Done onQuestion(
      @Nullable CaseFile latest,
      Conversation conversation,
      Heard post,
      Instant now,
      LongSupplier newCaseId) {
    if (latest == null) {
      return open(conversation, post, post.createdAt(), now, newCaseId);
    }
    CaseFile asked = latest.askedNoLaterThan(post.createdAt(), post.sure());
    return switch (latest.state()) {
      case Waiting _, Answered _ -> settled(asked, conversation);
      case Claimed c when rests(c, post, now) -> goesOn(asked, c, now);
      case Claimed _, Pending _ -> joined(asked);
      case Closed c when c.reason() == CloseReason.HISTORY && isHistory(post, now) -> joined(asked);
      case Closed c when now.isAfter(c.at().plus(policy.reopenWithin())) ->
          open(conversation, post, post.createdAt(), now, newCaseId);
      case Closed _ when conversation.isAnswered() -> joined(asked);
      case Closed _ -> done(asked.withState(CaseState.WAITING), new Event.CaseReopened(true));
    };
  }

  private CaseDecision.@Nullable Done onChat(
      @Nullable CaseFile latest,
      Conversation conversation,
      Heard post,
      Instant now,
      LongSupplier newCaseId) {
    if (latest == null) {
      return openIfAnswered(conversation, post, now, newCaseId);
    }
    CaseFile asked = latest.askedNoLaterThan(post.createdAt(), false);
    // Nobody has asked for anything: the brand's answer to what was written made the case.
    CaseFile counted = conversation.lastHelpAt() == null ? asked : latest;
    return switch (latest.state()) {
      // What is waited for need not be a question: "my booking is ABC123".
      case Claimed c when rests(c, post, now) -> goesOn(counted, c, now);
      case Waiting _, Claimed _, Pending _, Answered _ -> joined(counted);
      case Closed c when c.reason() == CloseReason.HISTORY && isHistory(post, now) -> joined(asked);
      case Closed _ -> null;
    };
  }

  private CaseDecision.@Nullable Done onAnswer(
      @Nullable CaseFile latest,
      Conversation conversation,
      Heard post,
      Instant now,
      LongSupplier newCaseId) {
    if (latest == null) {
      return openIfAnswered(conversation, post, now, newCaseId);
    }
    CaseFile replied = latest.repliedAt(post.createdAt());
    return switch (latest.state()) {
      case Waiting _, Answered _ -> settled(replied, conversation);
      case Claimed _, Pending _, Closed _ -> joined(replied);
    };
  }

  /** If the brand answered something that nobody had taken for a question, it was a case. */
  private CaseDecision.@Nullable Done openIfAnswered(
      Conversation conversation, Heard post, Instant now, LongSupplier newCaseId) {
    Instant askedAt = conversation.firstAskedAt();
    Instant answer = conversation.lastRepliedAt();
    return askedAt == null || answer == null || answer.isBefore(askedAt)
        ? null
        : open(conversation, post, askedAt, now, newCaseId);
  }

  /**
   * Opens a case. What enters as history was asked when the customer first wrote, so that its
   * figures don't hang on the order of arrival nor on triage.
   */
  private CaseDecision.Done open(
      Conversation conversation,
      Heard post,
      Instant openedBy,
      Instant now,
      LongSupplier newCaseId) {
    boolean history = isHistory(post, now);
    boolean rankedLow = post.voice() == Voice.CUSTOMER_ASKS && !post.sure();
    Instant first = conversation.firstAskedAt();
    Instant askedAt = history && first != null ? first : openedBy;
    CaseState state =
        history ? new Closed(CloseReason.HISTORY, post.createdAt()) : CaseState.WAITING;
    CaseFile file =
        new CaseFile(
            newCaseId.getAsLong(), conversation.id(), state, 0, askedAt, now, null, rankedLow);
    Instant answer = conversation.lastRepliedAt();
    CaseDecision.Done settled =
        settled(answer == null ? file : file.repliedAt(answer), conversation);
    List<Event> events = new ArrayList<>();
    events.add(new Event.CaseOpened(askedAt, rankedLow, history));
    events.addAll(settled.events());
    return new CaseDecision.Done(settled.file(), events);
  }

  /** The case with the state that its conversation calls for, if nobody holds it. */
  static CaseDecision.Done settled(CaseFile file, Conversation conversation) {
    return switch (file.state()) {
      case Waiting _ when conversation.isAnswered() ->
          done(file.withState(CaseState.ANSWERED), answeredElsewhere(conversation));
      case Answered _ when !conversation.isAnswered() ->
          done(file.withState(CaseState.WAITING), new Event.CaseAskedAgain());
      case Waiting _, Answered _, Claimed _, Pending _, Closed _ -> joined(file);
    };
  }

  private static Event answeredElsewhere(Conversation conversation) {
    return new Event.CaseAnswered(Objects.requireNonNull(conversation.lastRepliedAt()), true);
  }

  /** True for a post of an imported history that is too old to be work. */
  private boolean isHistory(Heard post, Instant now) {
    return post.origin() == Origin.IMPORT
        && post.createdAt().isBefore(now.minus(policy.historyAfter()));
  }

  /** Whether a customer writes on a case that rests; whomever it waits on, there is news. */
  private boolean rests(Claimed claim, Heard post, Instant now) {
    return claim.pause() != null && !isHistory(post, now);
  }

  private CaseDecision.Done goesOn(CaseFile file, Claimed claim, Instant now) {
    return Pauses.goesOn(file, claim, AboutClaims.Resumed.CUSTOMER_WROTE, policy, now);
  }

  private static CaseDecision.Done joined(CaseFile file) {
    return new CaseDecision.Done(file, List.of());
  }

  private static CaseDecision.Done done(CaseFile file, Event event) {
    return new CaseDecision.Done(file, List.of(event));
  }
}
