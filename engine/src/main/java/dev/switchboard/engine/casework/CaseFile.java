package dev.switchboard.engine.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case: the company's unit of work on a conversation.
 *
 * @param fence the last fencing token given out, 0 before the first
 * @param askedAt when the customer first wrote; what waiting times are counted from
 * @param openedAt when Switchboard opened it
 * @param firstReplyAt the brand's first post at or after {@code askedAt}, or null
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

  /** Counts a post of the brand as the first reply, if it is the first. */
  public CaseFile repliedAt(Instant at) {
    boolean first = !at.isBefore(askedAt) && (firstReplyAt == null || at.isBefore(firstReplyAt));
    return first
        ? new CaseFile(id, conversation, state, fence, askedAt, openedAt, at, rankedLow)
        : this;
  }

  public CaseFile onConversation(long other) {
    return new CaseFile(id, other, state, fence, askedAt, openedAt, firstReplyAt, rankedLow);
  }
}
