package dev.switchboard.engine.casework;

import dev.switchboard.engine.event.CloseReason;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A case: the company's unit of work on a conversation.
 *
 * @param fence the last fencing token given out, 0 before the first
 * @param askedAt when the customer first wrote; what waiting times are counted from
 * @param openedAt when Switchboard opened it
 * @param firstReplyAt the brand's first post at or after {@code askedAt}, or null; null for a case
 *     that was merged into another
 * @param rankedLow triage was unsure: stands behind the others
 */
public record CaseFile(
    long id,
    long conversation,
    CaseState state,
    long fence,
    Instant askedAt,
    Instant openedAt,
    @Nullable Instant firstReplyAt,
    boolean rankedLow) {
  private static final Comparator<CaseFile> BY_LATENESS =
      Comparator.comparing((CaseFile file) -> !file.isMerged())
          .thenComparing(CaseFile::endedAt)
          .thenComparing(CaseFile::openedAt)
          .thenComparing(CaseFile::id);

  public CaseFile withState(CaseState next) {
    return new CaseFile(id, conversation, next, fence, askedAt, openedAt, firstReplyAt, rankedLow);
  }

  CaseFile claimedBy(String agent, Instant expiresAt) {
    long token = fence + 1;
    return new CaseFile(
        id,
        conversation,
        new CaseState.Claimed(agent, token, expiresAt),
        token,
        askedAt,
        openedAt,
        firstReplyAt,
        rankedLow);
  }

  /** Counts a customer's post: the case may have been asked earlier than was known. */
  CaseFile askedNoLaterThan(Instant at, boolean surelyHelp) {
    return new CaseFile(
        id,
        conversation,
        state,
        fence,
        at.isBefore(askedAt) ? at : askedAt,
        openedAt,
        firstReplyAt,
        rankedLow && !surelyHelp);
  }

  /** The case as it ends in another, which counts its question and its first reply from then on. */
  CaseFile mergedAway(CaseState.Closed end) {
    return new CaseFile(id, conversation, end, fence, askedAt, openedAt, null, rankedLow);
  }

  /** Counts a post of the brand as the first reply, if it is the first. */
  public CaseFile repliedAt(Instant at) {
    boolean first = !at.isBefore(askedAt) && (firstReplyAt == null || at.isBefore(firstReplyAt));
    return first && !isMerged()
        ? new CaseFile(id, conversation, state, fence, askedAt, openedAt, at, rankedLow)
        : this;
  }

  /**
   * Which of two cases of one conversation is its latest: the open one, or else the one that was
   * closed later. A case that went up in another is never the latest beside that other.
   */
  public static CaseFile later(CaseFile a, CaseFile b) {
    return BY_LATENESS.compare(a, b) >= 0 ? a : b;
  }

  private boolean isMerged() {
    return state instanceof CaseState.Closed(var reason, _) && reason == CloseReason.MERGED;
  }

  private Instant endedAt() {
    return state instanceof CaseState.Closed closed ? closed.at() : Instant.MAX;
  }

  public CaseFile onConversation(long other) {
    return new CaseFile(id, other, state, fence, askedAt, openedAt, firstReplyAt, rankedLow);
  }
}
