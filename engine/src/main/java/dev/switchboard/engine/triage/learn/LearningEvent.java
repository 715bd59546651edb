package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.triage.promise.SetAsideRule;

/** What changed by an action. */
public sealed interface LearningEvent {
  /**
   * A new model decides from now on.
   *
   * @param version higher than any before
   * @param actions how many actions it has learned from
   */
  record ModelPublished(int version, long actions) implements LearningEvent {}

  /** Another threshold, or another bound, holds from now on. */
  record RuleChanged(SetAsideRule before, SetAsideRule now) implements LearningEvent {}

  /**
   * What agents do no longer fits what the model says: an exception for a person.
   *
   * @param lossBefore mean log loss on the actions before
   * @param lossNow on the latest ones
   */
  record Drifted(double lossBefore, double lossNow) implements LearningEvent {}
}
