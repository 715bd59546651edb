package dev.switchboard.engine.casework;

import dev.switchboard.engine.casework.CaseState.Closed;
import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the latest cases of two conversations that turn out to be one.
 *
 * @param latest the latest case of the joined conversation, or null if neither had one
 * @param events what happened to {@code latest}
 * @param ended a case that goes on in {@code latest} and is closed as merged, or null
 */
public record CaseMerge(@Nullable CaseFile latest, List<Event> events, @Nullable CaseFile ended) {

  /**
   * Decides which case goes on: of two open ones the one that the question began with, unless only
   * the other has a reply on its way; of two that came as history, the first. Its state then says
   * whether the joined conversation is answered.
   *
   * @param from the case of the conversation that goes, or null
   * @param into the case of the conversation that the question began with, or null
   * @param joined the conversation as it is then
   */
  public static CaseMerge of(
      @Nullable CaseFile from, @Nullable CaseFile into, Conversation joined) {
    CaseFile moved = from == null ? null : from.onConversation(joined.id());
    if (moved == null || into == null) {
      return settled(moved == null ? into : moved, null, joined);
    }
    if (!isOneQuestion(moved, into)) {
      return settled(CaseFile.later(into, moved), null, joined);
    }
    boolean movedGoesOn = moved.state() instanceof Pending && !(into.state() instanceof Pending);
    CaseFile goesOn = movedGoesOn ? moved : into;
    CaseFile ended = movedGoesOn ? into : moved;
    return settled(
        goesOn.askedNoLaterThan(ended.askedAt(), !ended.rankedLow()),
        ended.mergedAway(merged(ended.state(), joined)),
        joined);
  }

  /** Two open cases, or two of a history; anything else was work of its own. */
  private static boolean isOneQuestion(CaseFile a, CaseFile b) {
    return a.state().isOpen() && b.state().isOpen() || isHistory(a) && isHistory(b);
  }

  private static boolean isHistory(CaseFile file) {
    return file.state() instanceof Closed(var reason, _) && reason == CloseReason.HISTORY;
  }

  private static Closed merged(CaseState state, Conversation joined) {
    return new Closed(
        CloseReason.MERGED, state instanceof Closed(_, var at) ? at : joined.lastShownAt());
  }

  private static CaseMerge settled(
      @Nullable CaseFile latest, @Nullable CaseFile ended, Conversation joined) {
    if (latest == null) {
      return new CaseMerge(null, List.of(), null);
    }
    Instant first = joined.firstAskedAt();
    boolean countsAll = isHistory(latest) || joined.lastHelpAt() == null;
    CaseFile asked = countsAll && first != null ? latest.askedNoLaterThan(first, false) : latest;
    CaseDecision.Done done = PostRules.settled(asked, joined);
    return new CaseMerge(done.file(), done.events(), ended);
  }
}
