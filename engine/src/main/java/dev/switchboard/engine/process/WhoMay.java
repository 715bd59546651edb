package dev.switchboard.engine.process;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a company's flow adds to what casework allows: who may act in which step, and which replies
 * a colleague reads. Asked before something is done, with the case as it stands. Pure; any thread.
 */
public final class WhoMay {
  private final Flow flow;
  private final CasePlace place;
  private final Step step;

  /**
   * @param flow of the version on which the case runs, or would begin
   * @param known where the case was when it was looked at last, or null if nobody has looked yet;
   *     its place in another flow says nothing of this one
   * @param state where it stands now, which may be further than was looked at
   */
  public WhoMay(Flow flow, @Nullable CasePlace known, Lifecycle state) {
    this.flow = flow;
    CasePlace place =
        known != null && known.flow().equals(flow.key())
            ? known
            : CasePlace.beginning(flow.key(), flow.start());
    Step seen = flow.getStep(place.step());
    this.step = seen.state() == state ? seen : NextStep.lastOf(flow, place, state);
    this.place = seen.equals(step) ? place : place.at(step);
  }

  /** The step in which the case is. */
  public String step() {
    return step.name();
  }

  /** Whether everybody may do everything, so that nobody need be looked at. */
  public boolean asksNobody(Trigger trigger) {
    return step.who().groups().isEmpty()
        && flow.findNext(place, trigger).map(next -> next.who().groups().isEmpty()).orElse(true);
  }

  /** Why somebody may not take the case, or be given it, or close or reopen it. */
  public Optional<NotAllowed> refusal(Trigger trigger, Actor actor) {
    Optional<Step> next = flow.findNext(place, trigger);
    return switch (trigger) {
      case CLAIMS ->
          entering(step, actor)
              .or(() -> isCalled(actor) ? Optional.empty() : entering(next.orElse(step), actor));
      case HANDS_OVER -> entering(next.orElse(step), actor);
      case TAKES_OVER, CLOSES, REOPENS, PASSES_ON -> entering(step, actor);
      case ASKS,
          RELEASES,
          CLAIM_EXPIRES,
          WRITES,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          SENT,
          NOT_SENT,
          ANSWERED_ELSEWHERE ->
          Optional.empty();
    };
  }

  /** The same of taking the case, for those who look for somebody who may. */
  public MayTake mayTake() {
    return asksNobody(Trigger.CLAIMS)
        ? MayTake.EVERYBODY
        : new MayTake(
            step.name(),
            step.who(),
            flow.findNext(place, Trigger.CLAIMS).map(Step::who).orElse(Who.EVERYBODY),
            called().map(Escalation::to).toList());
  }

  /** Where a case goes that is passed on; empty if the flow does not say. */
  public Optional<String> passedTo() {
    return flow.findNext(place, Trigger.PASSES_ON).map(Step::name);
  }

  /**
   * An approval that the flow asks for.
   *
   * @param why in words
   */
  public record Asked(String step, Who by, String why) {}

  /** Whether any pending step asks for approvals. */
  public boolean hasApprovals() {
    return flow.steps().stream().anyMatch(pending -> pending.approval() != null);
  }

  /** The first approval of a reply that its writer would send from here. */
  public Optional<Asked> approval(Situation situation, boolean byVolunteer) {
    return flow.findNext(place, Trigger.WRITES)
        .flatMap(first -> asked(first, situation, byVolunteer));
  }

  /** The approval after the one that is given in a step. */
  public Optional<Asked> nextApproval(String given, Situation situation, boolean byVolunteer) {
    return flow.findStep(given)
        .map(pending -> pending.next().get(Trigger.APPROVES))
        .flatMap(flow::findStep)
        .flatMap(next -> asked(next, situation, byVolunteer));
  }

  /** Whether what waits in a step waits for an approval that the flow asks for there. */
  public boolean asksForApproval(String pending) {
    return flow.findStep(pending).map(Step::approval).isPresent();
  }

  /**
   * Why somebody may not approve or send back what waits in a step that {@link #asksForApproval}.
   */
  public Optional<NotAllowed> deciding(String pending, Actor by) {
    Step waits = flow.getStep(pending);
    Approval approval = waits.approval();
    return approval == null || approval.by().has(by) || waits.equals(step) && isCalled(by)
        ? Optional.empty()
        : Optional.of(new NotAllowed.NotForYou(by.name(), waits.name(), approval.by()));
  }

  /** No circle: {@link FlowCheck}. */
  private Optional<Asked> asked(Step from, Situation situation, boolean byVolunteer) {
    Step pending = from;
    while (true) {
      Approval approval = pending.approval();
      Optional<String> why =
          approval == null ? Optional.empty() : approval.reasonFor(situation, byVolunteer);
      if (approval != null && why.isPresent()) {
        return Optional.of(new Asked(pending.name(), approval.by(), why.get()));
      }
      String then = pending.next().get(Trigger.APPROVES);
      if (then == null) {
        return Optional.empty();
      }
      pending = flow.getStep(then);
    }
  }

  private Optional<NotAllowed> entering(Step entered, Actor actor) {
    boolean may =
        entered.who().groups().isEmpty()
            || entered.who().has(actor)
            || entered.equals(step) && isCalled(actor);
    return may
        ? Optional.empty()
        : Optional.of(new NotAllowed.NotForYou(actor.name(), entered.name(), entered.who()));
  }

  /** Whether the step has called somebody; {@link Permits} says the same of what happens here. */
  private boolean isCalled(Actor actor) {
    return called().anyMatch(escalation -> escalation.to().has(actor));
  }

  private Stream<Escalation> called() {
    return step.escalations().stream().limit(place.escalated());
  }
}
