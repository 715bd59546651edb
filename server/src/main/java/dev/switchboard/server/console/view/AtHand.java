package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.HandRow;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.ReplyStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues have to do with a case: who took it over, and what waits for approval.
 *
 * @param awaiting the reply that waits, or null
 * @param own whether the reader wrote it
 * @param mayApprove whether the reader may decide on it
 * @param mayTakeOver whether the reader may take it out of a colleague's hands
 * @param movedOn whether the conversation has gone on since it was written
 * @param takenOver how its holder got it out of a colleague's hands, or null
 * @param returned the reply that was sent back last and not written anew, or null
 * @param topics the sensitive topics of which the customer speaks
 */
public record AtHand(
    @Nullable ReplyRow awaiting,
    boolean own,
    boolean mayApprove,
    boolean mayTakeOver,
    boolean movedOn,
    @Nullable HandRow takenOver,
    @Nullable ReplyRow returned,
    List<String> topics) {

  /**
   * What the reader may do with colleagues' cases and replies.
   *
   * @param approve whether they may decide on the reply that waits, if they did not write it
   * @param takeOver whether they may take cases out of others' hands
   */
  public record Rights(boolean approve, boolean takeOver) {}

  static AtHand of(CaseDetail detail, Agent agent, Rights rights) {
    ReplyRow awaiting = findAwaiting(detail);
    boolean own =
        awaiting != null
            && awaiting.approval() != null
            && awaiting.approval().hands().contains(agent.name());
    return new AtHand(
        awaiting,
        own,
        awaiting != null && rights.approve() && !own,
        rights.takeOver(),
        awaiting != null && awaiting.seenThrough() != detail.row().lastPost(),
        takenOver(detail),
        detail.findReturned().orElse(null),
        detail.topics());
  }

  /** The reply that waits for approval, or null. */
  public static @Nullable ReplyRow findAwaiting(CaseDetail detail) {
    return detail.row().state() instanceof CaseState.Pending(_, var reply, var awaiting) && awaiting
        ? detail.replies().stream()
            .filter(row -> row.id() == reply && row.status() == ReplyStatus.AWAITING)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static @Nullable HandRow takenOver(CaseDetail detail) {
    if (!(detail.row().state() instanceof CaseState.Claimed claim) || detail.hands().isEmpty()) {
      return null;
    }
    HandRow last = detail.hands().getLast();
    return last.isTakeOver() && last.to().equals(claim.agent()) ? last : null;
  }

  /** Why the reply that waits must be approved, in a sentence; empty if none does. */
  public String why() {
    return awaiting == null || awaiting.approval() == null
        ? ""
        : awaiting.approval().why().sentence();
  }
}
