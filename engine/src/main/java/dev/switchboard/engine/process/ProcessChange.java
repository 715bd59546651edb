package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.CaseDeadlines;
import dev.switchboard.engine.deadline.DeadlineOutcome;
import dev.switchboard.engine.deadline.Deadlines;
import dev.switchboard.engine.process.CasePlace.PendingReply;
import dev.switchboard.engine.process.CasePlace.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One input's way through the flow of a case. For one use. */
final class ProcessChange {
  private final Flow flow;
  private final BusinessHours hours;
  private final Situation situation;
  private final Instant now;
  private final CaseDeadlines deadlines;
  private final Map<Lifecycle, String> lastOf = new EnumMap<>(Lifecycle.class);
  private final WaitingCustomer customer;
  private final List<ProcessDecision> decisions = new ArrayList<>();

  private Step step;
  private Instant enteredAt;
  private @Nullable String worker;
  private Progress progress;
  private @Nullable PendingReply reply;
  private int escalated;

  /** Whether a pending reply waits for approval, if that is known; null if it is to be decided. */
  private @Nullable Boolean told;

  private ProcessChange(Flow flow, CasePlace place, Situation situation, Instant now) {
    this.flow = flow;
    this.hours = flow.deadlines().hours();
    this.situation = situation;
    this.now = now;
    this.deadlines = place.deadlines();
    this.step = flow.getStep(place.step());
    this.enteredAt = place.enteredAt();
    this.lastOf.putAll(place.lastOf());
    this.worker = place.worker();
    this.progress = place.progress();
    this.reply = place.reply();
    this.customer = new WaitingCustomer(place);
    this.escalated = place.escalated();
  }

  static ProcessChange of(Flow flow, CasePlace place, Situation situation, Instant now) {
    return new ProcessChange(flow, place, situation, now);
  }

  static ProcessChange begin(Flow flow, Situation situation, Instant askedAt, Instant now) {
    CasePlace nowhere =
        new CasePlace(
            flow.key(),
            flow.start(),
            now,
            Map.of(),
            null,
            Progress.ENABLED,
            null,
            true,
            null,
            0,
            CaseDeadlines.NONE);
    ProcessChange change = new ProcessChange(flow, nowhere, situation, now);
    change.customer.begins(askedAt);
    change.enter(change.step, null);
    return change;
  }

  /** Where the case is with what has happened so far; its deadlines are still those of before. */
  CasePlace place() {
    return place(deadlines);
  }

  /** Calls others, if the case has been in its step for so long. */
  void escalate() {
    List<Escalation> all = step.escalations();
    while (escalated < all.size() && !calledAt(all.get(escalated)).isAfter(now)) {
      Escalation escalation = all.get(escalated);
      decisions.add(
          new ProcessDecision.Escalated(step.name(), escalation.after(), escalation.to()));
      escalated++;
    }
  }

  private Instant calledAt(Escalation escalation) {
    return hours.deadline(enteredAt, escalation.after());
  }

  void offer(Actor to) {
    log(new StepEvent.Offered(step.name(), to.name(), waitingOn()));
  }

  void pause(Actor by, WaitingOn on) {
    progress =
        switch (on) {
          case CUSTOMER -> Progress.PAUSED_FOR_CUSTOMER;
          case COMPANY -> Progress.PAUSED;
        };
    if (on == WaitingOn.CUSTOMER) {
      customer.isWaitedFor(now);
    }
    log(new StepEvent.Paused(step.name(), by.name(), waitingOn()));
  }

  void resume(@Nullable String person) {
    restNoMore();
    progress = Progress.STARTED;
    log(new StepEvent.Resumed(step.name(), person, waitingOn()));
  }

  /** What rested for the customer goes on, also if the case leaves its step instead. */
  private void restNoMore() {
    if (progress == Progress.PAUSED_FOR_CUSTOMER) {
      customer.isWaitedForNoMore(now);
    }
  }

  /** Takes note of what happened without moving the case. */
  void note(ProcessInput.Happened happened) {
    if (step.state() == Lifecycle.CLOSED) {
      return;
    }
    switch (happened.trigger()) {
      case ASKS -> askedHere(happened.at());
      case SENT -> customer.isSentAReply(happened.at());
      case ANSWERED_ELSEWHERE -> customer.isAnsweredElsewhere(happened.at());
      case CLAIM_EXPIRES,
          NOT_SENT,
          CLAIMS,
          RELEASES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          WRITES,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          CLOSES,
          REOPENS -> {}
    }
  }

  private void askedHere(Instant at) {
    customer.asksIn(step, at);
    if (progress == Progress.PAUSED_FOR_CUSTOMER) {
      resume(null);
    }
  }

  /** Goes on to another step, or lets a reply go out from this one. */
  void move(ProcessInput.Happened happened, Step next) {
    if (happened.trigger() == Trigger.APPROVES && next.equals(step)) {
      approve(name(happened.by()));
      return;
    }
    leave(happened, next);
    enter(needed(next), holder(happened));
  }

  /**
   * Goes where a case has gone; whether a reply waits for approval is not decided again.
   *
   * @param awaits whether it does
   */
  void follow(ProcessInput.Happened happened, Step next, boolean awaits) {
    told = awaits;
    if (happened.trigger() == Trigger.APPROVES && next.equals(step)) {
      approve(name(happened.by()));
      return;
    }
    leave(happened, next);
    enter(next, holder(happened));
  }

  /** Comes to where the case is, by whatever way. */
  void settle(Step next, @Nullable String holder) {
    told = false;
    Trigger way = Trigger.usualTo(next.state());
    log(new StepEvent.Completed(step.name(), holder, way.word(), waitingOn()));
    restNoMore();
    customer.findsIn(next.state(), now);
    reply =
        next.state() == Lifecycle.PENDING
            ? new PendingReply(holder == null ? "" : holder, false, false)
            : null;
    enter(next, holder);
  }

  private void leave(ProcessInput.Happened happened, Step next) {
    Actor by = happened.by();
    String person = name(by);
    log(new StepEvent.Completed(step.name(), person, happened.trigger().word(), waitingOn()));
    restNoMore();
    customer.sees(happened);
    if (happened.trigger() == Trigger.WRITES && by != null) {
      reply = new PendingReply(by.name(), by.volunteer(), false);
      customer.forgetMeanwhile();
    } else if (next.state() != Lifecycle.PENDING) {
      reply = null;
      customer.forgetMeanwhile();
    }
  }

  private static @Nullable String holder(ProcessInput.Happened happened) {
    return name(happened.trigger() == Trigger.HANDS_OVER ? happened.to() : happened.by());
  }

  private static @Nullable String name(@Nullable Actor actor) {
    return actor == null ? null : actor.name();
  }

  /**
   * A step that would only approve what need not be approved is passed over; no circle: FlowCheck.
   */
  private Step needed(Step next) {
    Step found = next;
    String then = found.next().get(Trigger.APPROVES);
    while (then != null && reasonToApprove(found) == null) {
      found = flow.getStep(then);
      then = found.next().get(Trigger.APPROVES);
    }
    return found;
  }

  private @Nullable String reasonToApprove(Step pending) {
    return pending.approval() == null || reply == null
        ? null
        : pending.approval().reasonFor(situation, reply.byVolunteer()).orElse(null);
  }

  private void approve(@Nullable String person) {
    if (reply != null) {
      reply = new PendingReply(reply.writer(), reply.byVolunteer(), false);
    }
    start(person);
  }

  private void enter(Step next, @Nullable String holder) {
    step = next;
    enteredAt = now;
    escalated = 0;
    progress = Progress.ENABLED;
    worker = null;
    lastOf.put(next.state(), next.name());
    customer.enters(next, now);
    log(new StepEvent.Enabled(next.name(), flow.name(), flow.version(), next.state(), waitingOn()));
    switch (next.state()) {
      case CLAIMED -> start(holder);
      case PENDING -> askForApproval();
      case WAITING, ANSWERED, CLOSED -> {}
    }
  }

  private void start(@Nullable String person) {
    worker = person;
    progress = Progress.STARTED;
    log(new StepEvent.Started(step.name(), person, waitingOn()));
  }

  private void askForApproval() {
    if (reply == null) {
      throw new IllegalStateException("a case is pending without a reply in " + step.name());
    }
    if (told != null) {
      reply = new PendingReply(reply.writer(), reply.byVolunteer(), told);
      if (!told) {
        start(null);
      }
      return;
    }
    Approval approval = step.approval();
    String why = reasonToApprove(step);
    reply = new PendingReply(reply.writer(), reply.byVolunteer(), why != null);
    if (approval == null || why == null) {
      start(null);
    } else {
      decisions.add(new ProcessDecision.ApprovalNeeded(step.name(), approval.by(), why));
    }
  }

  private WaitingOn waitingOn() {
    return progress == Progress.PAUSED_FOR_CUSTOMER ? WaitingOn.CUSTOMER : step.state().waitingOn();
  }

  private void log(StepEvent event) {
    decisions.add(new ProcessDecision.OfStep(event));
  }

  ProcessOutcome.Done done(Deadlines operator) {
    DeadlineOutcome outcome = operator.on(deadlines, customer.due(), situation.ahead(), now);
    outcome
        .decisions()
        .forEach(decision -> decisions.add(new ProcessDecision.OfDeadline(decision)));
    return new ProcessOutcome.Done(
        place(outcome.deadlines()), decisions, earlier(outcome.lookAgainAt(), nextCall()));
  }

  private @Nullable Instant nextCall() {
    return escalated < step.escalations().size()
        ? calledAt(step.escalations().get(escalated))
        : null;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  private CasePlace place(CaseDeadlines then) {
    return new CasePlace(
        flow.key(),
        step.name(),
        enteredAt,
        lastOf,
        worker,
        progress,
        reply,
        customer.waits(),
        customer.askedMeanwhile(),
        escalated,
        then);
  }
}
