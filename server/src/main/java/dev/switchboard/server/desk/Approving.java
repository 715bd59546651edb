package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.casework.Approvals;
import dev.switchboard.engine.casework.AwaitingReply;
import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.AwaitingReplies;
import dev.switchboard.store.outbox.AwaitingReplies.Locked;
import dev.switchboard.store.process.Actors;
import dev.switchboard.store.reads.ReplyStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out what is decided about replies that wait: locks, decides, saves, commits. */
public final class Approving implements ApprovalDesk {
  private final Approvals approvals;
  private final FlowRules flows;
  private final Takers takers;
  private final DeskStore store;
  private final AwaitingReplies replies;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that changed something
   */
  public Approving(
      Approvals approvals,
      Eligibility eligibility,
      FlowRules flows,
      DeskStore store,
      AwaitingReplies replies,
      InstantSource clock,
      Runnable committed) {
    this.approvals = approvals;
    this.flows = flows;
    this.takers = new Takers(eligibility, flows);
    this.store = store;
    this.replies = replies;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public DeskResult approve(long reply, By by) {
    return decide(
        reply,
        by,
        ReplyStatus.QUEUED,
        null,
        (on, awaiting, next, _) ->
            approvals.approve(on.file(), on.conversation(), awaiting, by.people(), next));
  }

  @Override
  public DeskResult sendBack(long reply, By by, String note) {
    Texts.sendingBack(note);
    return decide(
        reply,
        by,
        ReplyStatus.RETURNED,
        note.strip(),
        (on, awaiting, _, _) ->
            approvals.sendBack(on.file(), on.conversation(), awaiting, by.people(), note.strip()));
  }

  @Override
  public DeskResult withdraw(long reply, By by) {
    return decide(
        reply,
        by,
        ReplyStatus.WITHDRAWN,
        null,
        (on, awaiting, _, now) -> approvals.withdraw(on.file(), awaiting, by.people(), now));
  }

  private interface Decision {
    CaseDecision on(OpenCase on, AwaitingReply reply, @Nullable ApprovalReason next, Instant now);
  }

  private DeskResult decide(
      long reply, By by, ReplyStatus then, @Nullable String note, Decision decision) {
    store.person(Texts.name(by.agent()));
    Optional<Long> caseId = replies.caseOf(reply);
    if (caseId.isEmpty()) {
      return new DeskResult.NoSuchReply(reply);
    }
    Instant now = clock.instant();
    DeskResult result =
        store.inTransaction(
            now,
            tx -> {
              OpenCase on = tx.find(caseId.get()).orElseThrow();
              Optional<Locked> awaiting = replies.lock(tx, reply);
              if (awaiting.isEmpty()) {
                return new DeskResult.Refused(new Refusal.NotAwaiting(reply), on.file());
              }
              AwaitingReply waits = awaiting.get().reply();
              boolean withdraws = then == ReplyStatus.WITHDRAWN;
              String step = withdraws ? null : awaiting.get().step();
              Optional<Refusal> byFlow =
                  withdraws
                      ? Optional.empty()
                      : flows.deciding(
                          flows.of(on), step, by, () -> Actors.read(tx.handle(), by.agent()));
              if (byFlow.isPresent()) {
                return new DeskResult.Refused(byFlow.get(), on.file());
              }
              ApprovalReason next =
                  step == null || then != ReplyStatus.QUEUED
                      ? null
                      : flows.approvalAfter(on, step, replies.occasion(tx, on, waits.writer()));
              CaseDecision decided = takers.takingBack(tx, on, decision.on(on, waits, next, now));
              return switch (decided) {
                case CaseDecision.Refused(var refusal) ->
                    new DeskResult.Refused(refusal, on.file());
                case CaseDecision.Done(var file, var events) -> {
                  if (next == null) {
                    replies.decide(tx, reply, then, by.agent(), note, now);
                  } else {
                    replies.holdOn(tx, reply, next);
                  }
                  if (then != ReplyStatus.QUEUED) {
                    replies.keepAsDraft(tx, reply, now);
                  }
                  tx.save(on, file, by.agent(), events);
                  CaseWatch.on(tx, on, by.agent(), events);
                  yield new DeskResult.Done(file, reply);
                }
              };
            });
    if (result instanceof DeskResult.Done) {
      committed.run();
    }
    return result;
  }
}
