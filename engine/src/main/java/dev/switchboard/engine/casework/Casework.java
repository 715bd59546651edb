package dev.switchboard.engine.casework;

import static dev.switchboard.engine.casework.CaseDecision.done;
import static dev.switchboard.engine.casework.CaseDecision.refused;

import dev.switchboard.engine.casework.CaseState.Answered;
import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.casework.CaseState.Closed;
import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.casework.CaseState.Waiting;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What people may do with a case, and what then becomes of it. One person holds a case at a time;
 * every claim has a fencing token, and only the newest token that has not run out may act.
 *
 * <p>Pure and immutable; the caller serialises the actions on one case.
 */
public final class Casework {
  private final CasePolicy policy;

  public Casework(CasePolicy policy) {
    this.policy = policy;
  }

  CasePolicy policy() {
    return policy;
  }

  public CaseDecision claim(CaseFile file, String agent, Instant now) {
    return switch (file.state()) {
      case Claimed c when isRunning(c, now) -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Claimed c -> claimed(file, agent, now, new Event.ClaimExpired(c.agent()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Waiting _, Answered _ -> claimed(file, agent, now);
      case Closed c -> refused(new Refusal.WrongState("claimed", c));
    };
  }

  /** Prolongs a claim; no event, since nothing changes for anybody else. A pause is long enough. */
  public CaseDecision heartbeat(CaseFile file, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) && c.pause() != null -> done(file);
      case Claimed c when holds(c, token, now) ->
          done(file.withState(new Claimed(c.agent(), token, now.plus(policy.lease()))));
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> lost(token);
    };
  }

  public CaseDecision release(CaseFile file, Conversation conversation, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) ->
          done(file.withState(unheld(conversation)), new Event.CaseReleased());
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> lost(token);
    };
  }

  /**
   * Gives a case to those who act in another step of the flow; it waits for them. Whoever holds it
   * does so with the token; one that nobody holds needs none. What is answered is nobody's to pass.
   *
   * @param token the claim's, or 0
   * @param from the step in which it is, and {@code to} the one to which it goes
   */
  public CaseDecision passOn(
      CaseFile file, Conversation conversation, long token, String from, String to, Instant now) {
    Event event = new AboutClaims.PassedOn(from, to);
    return switch (file.state()) {
      case Claimed c when isRunning(c, now) && c.token() != token ->
          token == 0 ? refused(new Refusal.Held(c.agent(), c.expiresAt())) : lost(token);
      case Claimed _ when conversation.isAnswered() ->
          refused(new Refusal.WrongState("passed on", CaseState.ANSWERED));
      case Claimed _, Waiting _ -> done(file.withState(CaseState.WAITING), event);
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Answered _, Closed _ -> refused(new Refusal.WrongState("passed on", file.state()));
    };
  }

  /** Ends a claim that ran out, or a pause; refused while it runs. */
  public CaseDecision expire(CaseFile file, Conversation conversation, Instant now) {
    return switch (file.state()) {
      case Claimed c when c.pause() != null -> Pauses.expire(file, c, policy, now);
      case Claimed c when !isRunning(c, now) ->
          done(file.withState(unheld(conversation)), new Event.ClaimExpired(c.agent()));
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Waiting _, Pending _, Answered _, Closed _ ->
          refused(new Refusal.WrongState("expired", file.state()));
    };
  }

  public CaseDecision transfer(CaseFile file, long token, String to, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) ->
          claimed(file, to, now, new Event.CaseTransferred(to));
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> lost(token);
    };
  }

  /**
   * Takes a case out of a colleague's hands; their token is worth nothing then. A case that nobody
   * holds any more is claimed.
   *
   * @param reason why, for the colleague to read; {@link TakeOverReason}
   */
  public CaseDecision takeOver(CaseFile file, String by, TakeOverReason reason, Instant now) {
    return switch (file.state()) {
      case Claimed c when isRunning(c, now) && c.agent().equals(by) ->
          refused(new Refusal.AlreadyYours(by));
      case Claimed c when isRunning(c, now) ->
          claimed(
              file,
              by,
              now,
              new AboutClaims.TakenOver(c.agent(), by, reason.text(), file.fence() + 1));
      case Claimed _, Waiting _, Answered _, Pending _, Closed _ -> claim(file, by, now);
    };
  }

  /** Hands a reply over to the outbox, if its writer holds the case and has seen everything. */
  public CaseDecision reply(
      CaseFile file,
      Conversation conversation,
      long token,
      long seenThrough,
      long reply,
      Instant now) {
    return reply(file, conversation, token, seenThrough, reply, null, now);
  }

  /**
   * The same, or puts the reply before a colleague.
   *
   * @param why why it must be approved first, or null if it may go out
   */
  public CaseDecision reply(
      CaseFile file,
      Conversation conversation,
      long token,
      long seenThrough,
      long reply,
      @Nullable ApprovalReason why,
      Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) ->
          seenThrough == conversation.lastPost()
              ? done(
                  file.withState(new Pending(c.agent(), reply, why != null)),
                  why == null
                      ? new Event.ReplyQueued(reply, seenThrough)
                      : new AboutClaims.ApprovalAsked(
                          reply, c.agent(), why.kind().word(), why.about(), why.step(), why.who()))
              : refused(new Refusal.MovedOn(seenThrough, conversation.lastPost()));
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> lost(token);
    };
  }

  /**
   * Records that a reply went out.
   *
   * @param overtaken whether the customer asked something after what the writer had seen
   */
  public CaseDecision sent(
      CaseFile file, long reply, String externalId, Instant sentAt, boolean overtaken) {
    CaseFile replied = file.repliedAt(sentAt);
    Event sent = new Event.ReplySent(reply, externalId);
    return switch (file.state()) {
      case Pending p when p.reply() == reply && overtaken ->
          done(replied.withState(CaseState.WAITING), sent, new Event.CaseAskedAgain());
      case Pending p when p.reply() == reply ->
          done(replied.withState(CaseState.ANSWERED), sent, new Event.CaseAnswered(sentAt, false));
      // It had been given up, and went out after all.
      case Waiting _ when !overtaken ->
          done(replied.withState(CaseState.ANSWERED), sent, new Event.CaseAnswered(sentAt, false));
      case Pending _, Claimed _, Waiting _, Answered _, Closed _ -> done(replied, sent);
    };
  }

  /** Records that a reply surely did not go out and is not tried again: the case waits anew. */
  public CaseDecision notSent(CaseFile file, Conversation conversation, long reply, String reason) {
    Event notSent = new Event.ReplyNotSent(reply, reason, null);
    return switch (file.state()) {
      case Pending p when p.reply() == reply -> done(file.withState(unheld(conversation)), notSent);
      case Pending _, Claimed _, Waiting _, Answered _, Closed _ -> done(file, notSent);
    };
  }

  /** Hands a reply that failed or is unknown over to the outbox once more; a person asks for it. */
  public CaseDecision sendAgain(CaseFile file, String agent, long reply, long seenThrough) {
    return switch (file.state()) {
      case Pending p when p.reply() == reply ->
          done(file, new Event.ReplyQueued(reply, seenThrough));
      case Waiting _, Answered _ ->
          done(
              file.withState(new Pending(agent, reply)), new Event.ReplyQueued(reply, seenThrough));
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Closed c -> refused(new Refusal.WrongState("answered", c));
    };
  }

  /**
   * Closes a case. Whoever holds it closes it with the token; a case that nobody holds needs none.
   *
   * @param token the claim's, or 0
   */
  public CaseDecision close(CaseFile file, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) || !isRunning(c, now) -> closed(file, now);
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Waiting _, Answered _ -> closed(file, now);
      case Closed c -> refused(new Refusal.WrongState("closed again", c));
    };
  }

  /**
   * Closes a case of which a person says that nobody needs help. The same hold as for {@link
   * #close}.
   *
   * @param token the claim's, or 0
   */
  public CaseDecision setAside(CaseFile file, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) || !isRunning(c, now) -> setAside(file, now);
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Waiting _, Answered _ -> setAside(file, now);
      case Closed c -> refused(new Refusal.WrongState("set aside", c));
    };
  }

  /**
   * Sees to it that a case waits, since a person says that a post of its conversation needs help,
   * or deserves a word.
   *
   * @param latest the latest case of the conversation, or null
   * @param conversation with the post counted as it is now judged
   * @param needsHelp false if the post only deserves a word: then the case is ranked low
   * @param newCaseId asked at most once, only if a case is opened
   */
  public CaseDecision.Done bringBack(
      @Nullable CaseFile latest,
      Conversation conversation,
      Instant askedAt,
      boolean needsHelp,
      Instant now,
      LongSupplier newCaseId) {
    if (latest == null) {
      return opened(conversation, askedAt, needsHelp, now, newCaseId);
    }
    return switch (latest.state()) {
      case Waiting _, Answered _ ->
          PostRules.settled(latest.askedNoLaterThan(askedAt, needsHelp), conversation);
      case Claimed _, Pending _ ->
          new CaseDecision.Done(latest.askedNoLaterThan(askedAt, needsHelp), List.of());
      case Closed c
          when c.reason() != CloseReason.MERGED
              && !now.isAfter(c.at().plus(policy.reopenWithin())) ->
          new CaseDecision.Done(
              latest.askedNoLaterThan(askedAt, needsHelp).withState(CaseState.WAITING),
              List.of(new Event.CaseReopened(false)));
      case Closed _ -> opened(conversation, askedAt, needsHelp, now, newCaseId);
    };
  }

  /** Closes a case again that was opened by mistake; refused once somebody works on it. */
  public CaseDecision takeBack(CaseFile file, Instant now) {
    return switch (file.state()) {
      case Waiting _ -> setAside(file, now);
      case Claimed c when !isRunning(c, now) -> setAside(file, now);
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Answered a -> refused(new Refusal.WrongState("taken back", a));
      case Closed _ -> done(file);
    };
  }

  /**
   * Closes a case whose author is no customer, as {@code agent} says; what somebody else works on
   * is left to them.
   */
  public CaseDecision closeAsSpam(CaseFile file, String agent, Instant now) {
    return switch (file.state()) {
      case Claimed c when c.agent().equals(agent) || !isRunning(c, now) -> spam(file, now);
      case Claimed c -> refused(new Refusal.Held(c.agent(), c.expiresAt()));
      case Pending p -> refused(Refusal.ReplyUnderWay.of(p));
      case Waiting _, Answered _ -> spam(file, now);
      case Closed c -> refused(new Refusal.WrongState("closed again", c));
    };
  }

  /** Closes a case that the caller holds; refused if the claim is no longer theirs. */
  public CaseDecision closeHeld(CaseFile file, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when holds(c, token, now) -> closed(file, now);
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> lost(token);
    };
  }

  /**
   * Opens a closed case again.
   *
   * @param other the open case of the same conversation, or null: there is one at most
   */
  public CaseDecision reopen(CaseFile file, @Nullable Long other) {
    if (other != null && other != file.id()) {
      return refused(new Refusal.GoesOnElsewhere(other));
    }
    return switch (file.state()) {
      case Closed c when c.reason() != CloseReason.MERGED ->
          done(file.withState(CaseState.WAITING), new Event.CaseReopened(false));
      case Closed _, Claimed _, Waiting _, Pending _, Answered _ ->
          refused(new Refusal.WrongState("reopened", file.state()));
    };
  }

  /** The case in {@code agent}'s hands, after what ended the claim before. */
  CaseDecision claimed(CaseFile file, String agent, Instant now, Event... before) {
    Instant expiresAt = now.plus(policy.lease());
    CaseFile next = file.claimedBy(agent, expiresAt);
    List<Event> events = new ArrayList<>(List.of(before));
    events.add(new Event.CaseClaimed(next.fence(), expiresAt));
    return new CaseDecision.Done(next, events);
  }

  private static CaseDecision closed(CaseFile file, Instant now) {
    return done(
        file.withState(new Closed(CloseReason.DONE, now)), new Event.CaseClosed(CloseReason.DONE));
  }

  private static CaseDecision setAside(CaseFile file, Instant now) {
    return done(
        file.withState(new Closed(CloseReason.SET_ASIDE, now)),
        new Event.CaseClosed(CloseReason.SET_ASIDE));
  }

  private static CaseDecision spam(CaseFile file, Instant now) {
    return done(
        file.withState(new Closed(CloseReason.SPAM, now)), new Event.CaseClosed(CloseReason.SPAM));
  }

  private static CaseDecision.Done opened(
      Conversation conversation,
      Instant askedAt,
      boolean needsHelp,
      Instant now,
      LongSupplier newCaseId) {
    CaseFile file =
        new CaseFile(
            newCaseId.getAsLong(),
            conversation.id(),
            CaseState.WAITING,
            0,
            askedAt,
            now,
            null,
            !needsHelp);
    Instant answer = conversation.lastRepliedAt();
    return new CaseDecision.Done(
        answer == null ? file : file.repliedAt(answer),
        List.of(new Event.CaseOpened(askedAt, !needsHelp, false)));
  }

  /** The state of a case that nobody holds. */
  static CaseState unheld(Conversation conversation) {
    return conversation.isAnswered() ? CaseState.ANSWERED : CaseState.WAITING;
  }

  private static boolean isRunning(Claimed claim, Instant now) {
    return now.isBefore(claim.expiresAt());
  }

  static boolean holds(Claimed claim, long token, Instant now) {
    return claim.token() == token && isRunning(claim, now);
  }

  static CaseDecision lost(long token) {
    return refused(new Refusal.ClaimLost(token));
  }
}
