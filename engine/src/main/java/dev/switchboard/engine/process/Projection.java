package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.Deadlines;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is in its flow, as its events tell. What has happened is never refused: where the
 * flow has no way for it, the case is put where its state says. Pure and immutable; the caller
 * hands over the events of one case in their order.
 */
public final class Projection {
  private final Flow flow;
  private final Deadlines deadlines;

  public Projection(Flow flow) {
    this.flow = flow;
    this.deadlines = new Deadlines(flow.deadlines());
  }

  /** A new case; {@link ProcessRules#begin}. */
  public ProcessOutcome.Done begin(Instant askedAt, Instant now) {
    return ProcessChange.begin(flow, Situation.UNKNOWN, askedAt, now).done(deadlines);
  }

  /**
   * A case that was there before it had a place.
   *
   * @param state where it stands, and {@code holder} who holds it, or null
   * @param now what time has decided until then is so, and not worth telling anybody
   */
  public CasePlace adopt(Instant askedAt, Lifecycle state, @Nullable String holder, Instant now) {
    CasePlace place = begin(askedAt, now).place();
    return settle(place, state, holder, now).place();
  }

  /** What follows of an event; that of time, too. */
  public ProcessOutcome.Done on(CasePlace place, Told told, Instant now) {
    ProcessChange change = change(place, now);
    ProcessInput.Happened happened =
        new ProcessInput.Happened(
            told.trigger(), Actor.named(told.by()), Actor.named(told.to()), told.at());
    Optional<Step> next = next(place, told);
    if (next.isPresent() && !stays(place, told, next.get())) {
      change.follow(happened, next.get(), told.awaits());
    } else {
      change.note(happened);
    }
    return change.done(deadlines);
  }

  /** The case was offered to somebody. */
  public ProcessOutcome.Done offered(CasePlace place, String person, Instant now) {
    ProcessChange change = change(place, now);
    Actor to = Actor.named(person);
    if (to != null && Trigger.CLAIMS.leaves(flow.getStep(place.step()).state())) {
      change.offer(to);
    }
    return change.done(deadlines);
  }

  /** Its holder lets it rest; {@link ProcessRules} says when that makes sense. */
  public ProcessOutcome.Done paused(CasePlace place, String person, WaitingOn on, Instant now) {
    ProcessChange change = change(place, now);
    Actor by = Actor.named(person);
    if (by != null
        && isIn(place, Lifecycle.CLAIMED)
        && place.progress() == CasePlace.Progress.STARTED) {
      change.pause(by, on);
    }
    return change.done(deadlines);
  }

  /**
   * It goes on; nothing follows if the customer's question has said so already.
   *
   * @param by who resumed it; null if the customer wrote, or the time came
   */
  public ProcessOutcome.Done resumed(CasePlace place, @Nullable String by, Instant now) {
    ProcessChange change = change(place, now);
    if (place.progress() == CasePlace.Progress.PAUSED
        || place.progress() == CasePlace.Progress.PAUSED_FOR_CUSTOMER) {
      change.resume(by);
    }
    return change.done(deadlines);
  }

  /** What time alone has decided. */
  public ProcessOutcome.Done look(CasePlace place, Instant now) {
    return change(place, now).done(deadlines);
  }

  /**
   * Puts a case where its state says, if it is elsewhere.
   *
   * @param holder who holds it, or whose reply is pending; null if nobody
   */
  public ProcessOutcome.Done settle(
      CasePlace place, Lifecycle state, @Nullable String holder, Instant now) {
    ProcessChange change = change(place, now);
    if (flow.getStep(place.step()).state() != state) {
      change.settle(NextStep.lastOf(flow, place, state), holder);
    }
    return change.done(deadlines);
  }

  public boolean isIn(CasePlace place, Lifecycle state) {
    return flow.getStep(place.step()).state() == state;
  }

  private ProcessChange change(CasePlace place, Instant now) {
    ProcessChange change = ProcessChange.of(flow, place, Situation.UNKNOWN, now);
    change.escalate();
    return change;
  }

  /** An approval that leaves a reply where it waits, since it goes out from there already. */
  private static boolean stays(CasePlace place, Told told, Step next) {
    CasePlace.PendingReply reply = place.reply();
    return told.trigger() == Trigger.APPROVES
        && next.name().equals(place.step())
        && reply != null
        && !reply.awaitsApproval();
  }

  private Optional<Step> next(CasePlace place, Told told) {
    Optional<Step> named =
        told.step() == null
            ? Optional.empty()
            : flow.findStep(told.step()).filter(step -> step.state() == Lifecycle.PENDING);
    return switch (told.trigger()) {
      case WRITES ->
          flow.findNext(place, Trigger.WRITES).map(first -> named.orElse(sure(told, first)));
      case APPROVES ->
          told.trigger().leaves(flow.getStep(place.step()).state())
              ? Optional.of(named.orElse(sure(told, flow.getStep(place.step()))))
              : Optional.empty();
      case ASKS,
          CLAIMS,
          RELEASES,
          CLAIM_EXPIRES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          SENDS_BACK,
          WITHDRAWS,
          SENT,
          NOT_SENT,
          ANSWERED_ELSEWHERE,
          CLOSES,
          REOPENS ->
          flow.findNext(place, told.trigger());
    };
  }

  /** From where a reply goes out that nobody must approve; no circle: {@link FlowCheck}. */
  private Step sure(Told told, Step pending) {
    Step step = pending;
    String then = step.next().get(Trigger.APPROVES);
    while (!told.awaits() && then != null) {
      step = flow.getStep(then);
      then = step.next().get(Trigger.APPROVES);
    }
    return step;
  }
}
