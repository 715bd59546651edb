package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.AwaitingReplies;
import org.jspecify.annotations.Nullable;

/** Holds replies back that a colleague must approve first. Any thread. */
public final class Holding {
  private final ApprovalPolicy policy;
  private final FlowRules flows;
  private final AwaitingReplies replies;

  public Holding(ApprovalPolicy policy, FlowRules flows, AwaitingReplies replies) {
    this.policy = policy;
    this.flows = flows;
    this.replies = replies;
  }

  /** Why a reply of whoever holds the case must be approved; null if it may go out. */
  @Nullable ApprovalReason reasonFor(CaseTransaction tx, OpenCase on) {
    if (!(on.file().state() instanceof CaseState.Claimed claim)) {
      return null;
    }
    ApprovalPolicy.Occasion reply = replies.occasion(tx, on, claim.agent());
    ApprovalReason byFlow = flows.approval(on, reply);
    return byFlow == null ? policy.reasonFor(reply).orElse(null) : byFlow;
  }

  /**
   * Holds a reply back that was queued in this transaction.
   *
   * @param hand who really wrote it, as far as that is known, or null
   */
  void hold(
      CaseTransaction tx, long reply, ApprovalReason why, String writer, @Nullable String hand) {
    replies.hold(tx, reply, why, writer.equals(hand) ? null : hand);
  }
}
