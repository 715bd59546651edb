package dev.switchboard.engine.process;

import dev.switchboard.engine.casework.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a step of a case, for the log: what the analysis of the constraint needs. A case
 * is in one step at a time; of each there is one {@code enabled}, then any number of {@code
 * offered}, {@code started}, {@code paused} and {@code resumed}, then one {@code completed}. {@link
 * #type()} is part of the contract; docs/events.md describes each.
 */
public sealed interface StepEvent {
  /** The name of the step in its flow. */
  String step();

  /** The case has come to a step, and somebody can go on with it. */
  record Enabled(String step, String flow, int version, Lifecycle state, WaitingOn waitingOn)
      implements StepEvent {}

  /** Somebody was asked to take it. */
  record Offered(String step, String person, WaitingOn waitingOn) implements StepEvent {}

  /** Work on it began; by Switchboard itself if {@code person} is null. */
  record Started(String step, @Nullable String person, WaitingOn waitingOn) implements StepEvent {}

  /** Work on it rests; {@code waitingOn} says who is to do something first. */
  record Paused(String step, @Nullable String person, WaitingOn waitingOn) implements StepEvent {}

  /** It goes on; with {@code person} null because the customer wrote. */
  record Resumed(String step, @Nullable String person, WaitingOn waitingOn) implements StepEvent {}

  /**
   * The case leaves the step.
   *
   * @param person who saw to it; null for a customer, and for Switchboard itself
   * @param how the word of the {@link Trigger}
   * @param waitingOn on whom it waited until then
   */
  record Completed(String step, @Nullable String person, String how, WaitingOn waitingOn)
      implements StepEvent {}

  /** The name in the log. */
  default String type() {
    return switch (this) {
      case Enabled _ -> "step.enabled";
      case Offered _ -> "step.offered";
      case Started _ -> "step.started";
      case Paused _ -> "step.paused";
      case Resumed _ -> "step.resumed";
      case Completed _ -> "step.completed";
    };
  }
}
