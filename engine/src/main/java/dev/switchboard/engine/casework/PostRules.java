package dev.switchboard.engine.casework;

import dev.switchboard.engine.casework.CaseState.Answered;
import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.casework.CaseState.Closed;
import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.casework.CaseState.Waiting;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Origin;
import java.time.Instant;
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
      case CUSTOMER_CHATS -> latest != null && latest.state().isOpen() ? joined(latest) : null;
      case BRAND -> onAnswer(latest, conversation, post, now, newCaseId);
    };
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
      case Waiting _ when conversation.isAnswered() ->
          done(asked.withState(CaseState.ANSWERED), answeredElsewhere(conversation));
      case Waiting _, Claimed _, Pending _ -> joined(asked);
      case Answered _ ->
          conversation.isAnswered()
              ? joined(asked)
              : done(asked.withState(CaseState.WAITING), new Event.CaseAskedAgain());
      case Closed c when c.reason() == CloseReason.HISTORY && isHistory(post, now) -> joined(asked);
      case Closed c when now.isAfter(c.at().plus(policy.reopenWithin())) ->
          open(conversation, post, post.createdAt(), now, newCaseId);
      case Closed _ when conversation.isAnswered() -> joined(asked);
      case Closed _ -> done(latest.withState(CaseState.WAITING), new Event.CaseReopened(true));
    };
  }

  private CaseDecision.@Nullable Done onAnswer(
      @Nullable CaseFile latest,
      Conversation conversation,
      Heard post,
      Instant now,
      LongSupplier newCaseId) {
    if (latest == null) {
      // The brand answered something that nobody had taken for a question: so it was a case.
      Instant askedAt = conversation.firstAskedAt();
      return askedAt == null || post.createdAt().isBefore(askedAt)
          ? null
          : open(conversation, post, askedAt, now, newCaseId);
    }
    CaseFile replied = latest.repliedAt(post.createdAt());
    return switch (latest.state()) {
      case Waiting _ when conversation.isAnswered() ->
          done(replied.withState(CaseState.ANSWERED), answeredElsewhere(conversation));
      case Waiting _, Claimed _, Pending _, Answered _, Closed _ -> joined(replied);
    };
  }

  private CaseDecision.Done open(
      Conversation conversation, Heard post, Instant askedAt, Instant now, LongSupplier newCaseId) {
    boolean history = isHistory(post, now);
    CaseState state =
        history
            ? new Closed(CloseReason.HISTORY, post.createdAt())
            : conversation.isAnswered() ? CaseState.ANSWERED : CaseState.WAITING;
    CaseFile file =
        new CaseFile(
            newCaseId.getAsLong(), conversation.id(), state, 0, askedAt, now, null, !post.sure());
    Instant answer = conversation.lastRepliedAt();
    return done(
        answer == null ? file : file.repliedAt(answer),
        new Event.CaseOpened(askedAt, !post.sure(), history));
  }

  private static Event answeredElsewhere(Conversation conversation) {
    return new Event.CaseAnswered(Objects.requireNonNull(conversation.lastRepliedAt()), true);
  }

  /** True for a post of an imported history that is too old to be work. */
  private boolean isHistory(Heard post, Instant now) {
    return post.origin() == Origin.IMPORT
        && post.createdAt().isBefore(now.minus(policy.historyAfter()));
  }

  private static CaseDecision.Done joined(CaseFile file) {
    return new CaseDecision.Done(file, List.of());
  }

  private static CaseDecision.Done done(CaseFile file, Event event) {
    return new CaseDecision.Done(file, List.of(event));
  }
}
