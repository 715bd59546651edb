package dev.switchboard.engine.casework;

import static dev.switchboard.engine.casework.CaseDecision.done;
import static dev.switchboard.engine.casework.CaseDecision.refused;

import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a reply that waits for approval. Whoever decides is somebody else than who wrote
 * it, whatever name each acts in. Pure and immutable; the caller serialises the actions on a case.
 */
public final class Approvals {
  public static final int MAX_NOTE_CHARS = 2_000;

  private final Casework casework;

  public Approvals(Casework casework) {
    this.casework = casework;
  }

  /**
   * Lets a reply go out, if its writer had seen everything.
   *
   * @param deciders in whose name one decides, and who one is
   * @param next why somebody else must approve it after this, or null if it goes out
   */
  public CaseDecision approve(
      CaseFile file,
      Conversation conversation,
      AwaitingReply reply,
      Set<String> deciders,
      @Nullable ApprovalReason next) {
    if (!(file.state() instanceof Pending pending) || !isAwaiting(pending, reply)) {
      return refused(new Refusal.NotAwaiting(reply.id()));
    }
    if (reply.isBy(deciders)) {
      return refused(new Refusal.OwnReply(reply.id()));
    }
    if (reply.seenThrough() != conversation.lastPost()) {
      return refused(new Refusal.MovedOn(reply.seenThrough(), conversation.lastPost()));
    }
    Event approved = new AboutClaims.Approved(reply.id(), reply.writer());
    return next == null
        ? done(
            file.withState(new Pending(pending.agent(), reply.id())),
            approved,
            new Event.ReplyQueued(reply.id(), reply.seenThrough()))
        : done(
            file,
            approved,
            new AboutClaims.ApprovalAsked(
                reply.id(),
                reply.writer(),
                next.kind().word(),
                next.about(),
                next.step(),
                next.who()));
  }

  /** Lets a reply go out that nobody else must approve. */
  public CaseDecision approve(
      CaseFile file, Conversation conversation, AwaitingReply reply, Set<String> deciders) {
    return approve(file, conversation, reply, deciders, null);
  }

  /**
   * Gives a reply back to its writer: the case waits again. If the case has gone up in another
   * meanwhile, only the reply is given back.
   *
   * @param note what should be otherwise, 1 to {@link #MAX_NOTE_CHARS} characters
   */
  public CaseDecision sendBack(
      CaseFile file,
      Conversation conversation,
      AwaitingReply reply,
      Set<String> deciders,
      String note) {
    if (reply.isBy(deciders)) {
      return refused(new Refusal.OwnReply(reply.id()));
    }
    Event event = new AboutClaims.SentBack(reply.id(), reply.writer(), note);
    return file.state() instanceof Pending pending && isAwaiting(pending, reply)
        ? done(file.withState(Casework.unheld(conversation)), event)
        : done(file, event);
  }

  /** Takes one's own reply back; one holds the case again, to write another. */
  public CaseDecision withdraw(
      CaseFile file, AwaitingReply reply, Set<String> people, Instant now) {
    if (!reply.isBy(people)) {
      return refused(new Refusal.NotTheWriter(reply.writer(), reply.id()));
    }
    Event event = new AboutClaims.Withdrawn(reply.id(), reply.writer());
    return file.state() instanceof Pending pending && isAwaiting(pending, reply)
        ? casework.claimed(file, reply.writer(), now, event)
        : new CaseDecision.Done(file, List.of(event));
  }

  private static boolean isAwaiting(Pending pending, AwaitingReply reply) {
    return pending.awaiting() && pending.reply() == reply.id();
  }
}
