package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.Approvals;
import dev.switchboard.engine.casework.AwaitingReply;
import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.AwaitingReplies;
import dev.switchboard.store.reads.ReplyStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out what is decided about replies that wait: locks, decides, saves, commits. */
public final class Approving implements ApprovalDesk {
  private final Approvals approvals;
  private final DeskStore store;
  private final AwaitingReplies replies;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that changed something
   */
  public Approving(
      Approvals approvals,
      DeskStore store,
      AwaitingReplies replies,
      InstantSource clock,
      Runnable committed) {
    this.approvals = approvals;
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
        (on, awaiting, _) ->
            approvals.approve(on.file(), on.conversation(), awaiting, by.people()));
  }

  @Override
  public DeskResult sendBack(long reply, By by, String note) {
    Texts.sendingBack(note);
    return decide(
        reply,
        by,
        ReplyStatus.RETURNED,
        note.strip(),
        (on, awaiting, _) ->
            approvals.sendBack(on.file(), on.conversation(), awaiting, by.people(), note.strip()));
  }

  @Override
  public DeskResult withdraw(long reply, By by) {
    return decide(
        reply,
        by,
        ReplyStatus.WITHDRAWN,
        null,
        (on, awaiting, now) -> approvals.withdraw(on.file(), awaiting, by.people(), now));
  }

  private interface Decision {
    CaseDecision on(OpenCase on, AwaitingReply reply, Instant now);
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
              Optional<AwaitingReply> awaiting = replies.lock(tx, reply);
              if (awaiting.isEmpty()) {
                return new DeskResult.Refused(new Refusal.NotAwaiting(reply), on.file());
              }
              return switch (decision.on(on, awaiting.get(), now)) {
                case CaseDecision.Refused(var refusal) ->
                    new DeskResult.Refused(refusal, on.file());
                case CaseDecision.Done(var file, var events) -> {
                  replies.decide(tx, reply, then, by.agent(), note, now);
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
