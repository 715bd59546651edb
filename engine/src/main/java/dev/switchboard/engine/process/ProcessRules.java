package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.Deadlines;
import dev.switchboard.engine.process.CasePlace.Progress;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator of flows: where a case goes of what happens to it, in one version of a flow. Pure
 * and immutable; the caller serialises the inputs of one case.
 *
 * <p>What somebody does may be refused. What has happened without asking, such as a customer's
 * question or a reply's arrival on the network, is taken note of wherever the case is.
 */
public final class ProcessRules {
  private final Flow flow;
  private final Deadlines deadlines;

  public ProcessRules(Flow flow) {
    this.flow = flow;
    this.deadlines = new Deadlines(flow.deadlines());
  }

  /**
   * A new case.
   *
   * @param askedAt when the customer first wrote; a moment after now counts as now
   */
  public ProcessOutcome.Done begin(Situation situation, Instant askedAt, Instant now) {
    ProcessChange change = ProcessChange.begin(flow, situation, askedAt, now);
    return change.done(deadlines);
  }

  /**
   * What becomes of a case.
   *
   * @param now not before earlier inputs
   * @throws IllegalArgumentException if the case runs on another version
   */
  public ProcessOutcome on(CasePlace place, ProcessInput input, Situation situation, Instant now) {
    if (!place.flow().equals(flow.key())) {
      throw new IllegalArgumentException(
          "this case runs on %s, not on %s".formatted(place.flow().words(), flow.key().words()));
    }
    ProcessChange change = ProcessChange.of(flow, place, situation, now);
    change.escalate();
    Optional<NotAllowed> refusal =
        switch (input) {
          case ProcessInput.Happened happened -> happened(change, situation, happened);
          case ProcessInput.Offered(var to) -> offered(change, situation, to);
          case ProcessInput.Paused(var by, var on) -> paused(change, situation, by, on);
          case ProcessInput.Resumed(var by) -> resumed(change, situation, by);
          case ProcessInput.Looked _ -> Optional.empty();
        };
    return refusal
        .<ProcessOutcome>map(ProcessOutcome.Refused::new)
        .orElseGet(() -> change.done(deadlines));
  }

  private Optional<NotAllowed> happened(
      ProcessChange change, Situation situation, ProcessInput.Happened happened) {
    CasePlace place = change.place();
    Trigger trigger = happened.trigger();
    Lifecycle state = flow.getStep(place.step()).state();
    if (!trigger.leaves(state)) {
      if (trigger.isDoneByPerson()) {
        return Optional.of(new NotAllowed.NotHere(place.step(), state, trigger));
      }
      change.note(happened);
      return Optional.empty();
    }
    Optional<Step> next = flow.findNext(place, trigger);
    if (next.isEmpty()) {
      return Optional.of(new NotAllowed.NowhereToGo(place.step(), trigger));
    }
    Optional<NotAllowed> refusal =
        new Permits(flow, place, situation).refusal(happened, next.get());
    if (refusal.isEmpty()) {
      change.move(happened, next.get());
    }
    return refusal;
  }

  private Optional<NotAllowed> offered(ProcessChange change, Situation situation, Actor to) {
    CasePlace place = change.place();
    Step step = flow.getStep(place.step());
    if (!Trigger.CLAIMS.leaves(step.state())) {
      return Optional.of(new NotAllowed.NotHere(step.name(), step.state(), Trigger.CLAIMS));
    }
    Optional<NotAllowed> refusal = new Permits(flow, place, situation).entering(to, step);
    if (refusal.isEmpty()) {
      change.offer(to);
    }
    return refusal;
  }

  private Optional<NotAllowed> paused(
      ProcessChange change, Situation situation, Actor by, WaitingOn on) {
    CasePlace place = change.place();
    if (!isClaimed(place) || place.progress() != Progress.STARTED) {
      return Optional.of(new NotAllowed.WrongProgress(place.step(), "can't rest now"));
    }
    Optional<NotAllowed> refusal = new Permits(flow, place, situation).holding(by);
    if (refusal.isEmpty()) {
      change.pause(by, on);
    }
    return refusal;
  }

  private Optional<NotAllowed> resumed(ProcessChange change, Situation situation, Actor by) {
    CasePlace place = change.place();
    if (place.progress() != Progress.PAUSED && place.progress() != Progress.PAUSED_FOR_CUSTOMER) {
      return Optional.of(new NotAllowed.WrongProgress(place.step(), "does not rest"));
    }
    Optional<NotAllowed> refusal = new Permits(flow, place, situation).holding(by);
    if (refusal.isEmpty()) {
      change.resume(by.name());
    }
    return refusal;
  }

  private boolean isClaimed(CasePlace place) {
    return flow.getStep(place.step()).state() == Lifecycle.CLAIMED;
  }
}
