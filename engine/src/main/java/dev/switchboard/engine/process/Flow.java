package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.DeadlinePolicy;
import java.util.List;
import java.util.Optional;

/**
 * The flow of a company, or of some of its cases: a version of it, which never changes. Immutable,
 * and one that cases can go through: {@link FlowCheck} has found nothing that stops them.
 *
 * @param start the waiting step in which cases begin
 * @param deadlines what is due, in which hours
 * @param steps in the order in which they are written; of each state at least one
 */
public record Flow(
    String name, int version, String start, DeadlinePolicy deadlines, List<Step> steps) {

  /**
   * Makes a flow.
   *
   * @throws IllegalArgumentException with all that is wrong, if some of it stops cases
   */
  public Flow {
    steps = List.copyOf(steps);
    List<FlowMistake> mistakes = FlowCheck.mistakes(name, version, start, deadlines, steps);
    if (mistakes.stream().anyMatch(FlowMistake::stops)) {
      throw new IllegalArgumentException(
          String.join("; ", mistakes.stream().map(m -> m.path() + ": " + m.what()).toList()));
    }
  }

  public FlowKey key() {
    return new FlowKey(name, version);
  }

  /** Whether no step names anybody who may take or hold a case there. */
  public boolean isForEverybody() {
    return steps.stream().allMatch(step -> step.who().groups().isEmpty());
  }

  public Optional<Step> findStep(String step) {
    return steps.stream().filter(known -> known.name().equals(step)).findFirst();
  }

  public Step getStep(String step) {
    return findStep(step)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no step \"%s\"".formatted(key().words(), step)));
  }

  /** The first step of a state, as written. */
  public Step first(Lifecycle state) {
    return steps.stream().filter(step -> step.state() == state).findFirst().orElseThrow();
  }

  /** Where a case goes from a step; {@link NextStep} has the rule for what a step does not name. */
  Optional<Step> findNext(CasePlace place, Trigger trigger) {
    return NextStep.of(this, place, trigger);
  }
}
