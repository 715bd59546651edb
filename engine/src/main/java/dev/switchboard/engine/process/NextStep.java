package dev.switchboard.engine.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which step comes next. A step names it; what it does not name goes the usual way: forward to the
 * first step of the state, back to the one of that state in which the case was last, and from the
 * customer to the start. A reply that the customer's next question has overtaken leads to the
 * start, too.
 */
final class NextStep {
  private NextStep() {}

  /** Empty if a case can't go there from its step, or the flow must name where to and does not. */
  static Optional<Step> of(Flow flow, CasePlace place, Trigger trigger) {
    Step now = flow.getStep(place.step());
    if (!trigger.leaves(now.state())) {
      return Optional.empty();
    }
    if (isBackToAnswered(place, trigger)) {
      return Optional.of(lastOf(flow, place, Lifecycle.ANSWERED));
    }
    if (trigger == Trigger.SENT && place.askedMeanwhile() != null) {
      return Optional.of(flow.getStep(flow.start()));
    }
    String named = now.next().get(trigger);
    return named != null ? flow.findStep(named) : Optional.ofNullable(usual(flow, place, trigger));
  }

  /** Who gives back a case on which nothing is asked leaves it answered. */
  private static boolean isBackToAnswered(CasePlace place, Trigger trigger) {
    return !place.customerWaits()
        && switch (trigger) {
          case RELEASES, CLAIM_EXPIRES, SENDS_BACK, NOT_SENT -> true;
          case ASKS,
              CLAIMS,
              HANDS_OVER,
              TAKES_OVER,
              PASSES_ON,
              WRITES,
              APPROVES,
              WITHDRAWS,
              SENT,
              ANSWERED_ELSEWHERE,
              CLOSES,
              REOPENS ->
              false;
        };
  }

  private static @Nullable Step usual(Flow flow, CasePlace place, Trigger trigger) {
    return switch (trigger) {
      case ASKS, REOPENS -> flow.getStep(flow.start());
      case CLAIMS, WRITES, SENT, ANSWERED_ELSEWHERE, CLOSES -> flow.first(trigger.to());
      case RELEASES, CLAIM_EXPIRES, SENDS_BACK, NOT_SENT, WITHDRAWS ->
          lastOf(flow, place, trigger.to());
      case HANDS_OVER, TAKES_OVER, APPROVES -> flow.getStep(place.step());
      case PASSES_ON -> null;
    };
  }

  /** The step of a state in which the case was last; the usual one if it was in none. */
  static Step lastOf(Flow flow, CasePlace place, Lifecycle state) {
    String last = place.lastOf().get(state);
    if (last != null) {
      return flow.getStep(last);
    }
    return state == Lifecycle.WAITING ? flow.getStep(flow.start()) : flow.first(state);
  }
}
