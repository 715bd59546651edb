package dev.switchboard.engine.event;

import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.triage.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened. The closed list of types that the event log keeps; docs/events.md describes each.
 * An event says what is new in it; brand, case, post and actor stand in its {@link NewEvent}.
 */
public sealed interface Event
    permits AboutClaims,
        AboutCustomers,
        AboutDeadlines,
        AboutFlows,
        AboutIncidents,
        AboutOffers,
        AboutPeople,
        AboutSteps,
        AboutTeams,
        Event.PostReceived,
        Event.PostEdited,
        Event.PostDeleted,
        Event.ConversationsMerged,
        Event.PostSetAside,
        Event.PostBroughtBack,
        Event.PostThanked,
        Event.PostTagged,
        Event.PostAudited,
        Event.PostUndone,
        Event.ModelPublished,
        Event.PromiseChanged,
        Event.CaseOpened,
        Event.CaseAskedAgain,
        Event.CaseAnswered,
        Event.CaseReopened,
        Event.CaseClosed,
        Event.CaseClaimed,
        Event.CaseReleased,
        Event.ClaimExpired,
        Event.CaseTransferred,
        Event.NoteAdded,
        Event.ReplyQueued,
        Event.ReplySent,
        Event.ReplyNotSent,
        Event.ReplyUnknown,
        Event.ExceptionRaised,
        Event.ExceptionCleared {

  /** The name in the log and on the stream, for example {@code case.claimed}. */
  default String type() {
    return EventType.of(this);
  }

  // posts

  /** A post was stored. Verdict, probability and model are null for the brand's own posts. */
  record PostReceived(
      long conversation,
      Direction direction,
      @Nullable Verdict verdict,
      @Nullable Float probability,
      @Nullable Integer model)
      implements Event {}

  /** Its author changed a post; the earlier text is kept. */
  record PostEdited(Instant editedAt) implements Event {}

  /** Its author withdrew a post; its text is not shown any more. */
  record PostDeleted(Instant deletedAt) implements Event {}

  /** A post turned out to join two conversations. */
  record ConversationsMerged(long from, long into) implements Event {}

  // triage: what people said of posts; {@code label} is what triage learns from it

  /** A person said that the author needs no help. */
  record PostSetAside(long label) implements Event {}

  /** A person said that the author needs help. */
  record PostBroughtBack(long label) implements Event {}

  /** A person said that the author needs no help but deserves a word. */
  record PostThanked(long label) implements Event {}

  /** A person said what a post is about; what is null was left as it was. */
  record PostTagged(long label, @Nullable String intent, @Nullable Boolean problem)
      implements Event {}

  /** A person looked at a post that was drawn for the audit. */
  record PostAudited(long label, boolean neededHelp) implements Event {}

  /** A person took back what was said last of a post. */
  record PostUndone(long label, String action) implements Event {}

  /**
   * A brand's model of a new version decides from now on.
   *
   * @param labels how many labels it has learned from
   */
  record ModelPublished(int version, long labels) implements Event {}

  /**
   * Another threshold or bound holds from now on.
   *
   * @param threshold posts below this probability are set aside; 0: nothing is
   * @param shownBound the share of those who need help that is set aside is at most this
   * @param helpPosts labelled posts that needed help and measure it
   */
  record PromiseChanged(double threshold, double shownBound, long helpPosts) implements Event {}

  // cases

  /** A case was opened; {@code askedAt} is when the customer first wrote. */
  record CaseOpened(Instant askedAt, boolean rankedLow, boolean history) implements Event {}

  /** The customer wrote again on an answered case. */
  record CaseAskedAgain() implements Event {}

  /** The brand replied; {@code elsewhere} if not through Switchboard. */
  record CaseAnswered(Instant repliedAt, boolean elsewhere) implements Event {}

  record CaseReopened(boolean byCustomer) implements Event {}

  record CaseClosed(CloseReason reason) implements Event {}

  record CaseClaimed(long token, Instant expiresAt) implements Event {}

  record CaseReleased() implements Event {}

  record ClaimExpired(String agent) implements Event {}

  record CaseTransferred(String to) implements Event {}

  record NoteAdded(String text) implements Event {}

  // replies

  /** A reply stands in the outbox, written with sight of the posts through {@code seenThrough}. */
  record ReplyQueued(long reply, long seenThrough) implements Event {}

  record ReplySent(long reply, String externalId) implements Event {}

  /** A reply was surely not sent; {@code retryAt} is null when it will not be tried again. */
  record ReplyNotSent(long reply, String reason, @Nullable Instant retryAt) implements Event {}

  /** Nobody knows yet whether a reply went out. */
  record ReplyUnknown(long reply, String reason) implements Event {}

  // exceptions

  record ExceptionRaised(long exception, ExceptionKind kind, String reason) implements Event {}

  record ExceptionCleared(long exception, String how) implements Event {}
}
