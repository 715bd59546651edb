package dev.switchboard.engine.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways between the steps of a flow, as far as they can be told without a case. */
public final class FlowWays {
  private FlowWays() {}

  /**
   * One way.
   *
   * @param to the step to which it leads; null for the one in which the case was last, if there are
   *     several
   * @param named whether the flow says so; otherwise it is the usual way
   */
  public record Way(String from, Trigger by, @Nullable String to, boolean named) {
    /** Whether the case stays in its step. */
    public boolean stays() {
      return from.equals(to);
    }
  }

  /** All ways, in the order of steps and of what happens; {@link NextStep} has the rule. */
  public static List<Way> of(Flow flow) {
    List<Way> ways = new ArrayList<>();
    for (Step step : flow.steps()) {
      for (Trigger trigger : Trigger.values()) {
        String named = step.next().get(trigger);
        if (trigger.leaves(step.state()) && (named != null || trigger != Trigger.PASSES_ON)) {
          String to = named != null ? named : usual(flow, step, trigger);
          ways.add(new Way(step.name(), trigger, to, named != null));
        }
      }
    }
    return ways;
  }

  private static @Nullable String usual(Flow flow, Step from, Trigger trigger) {
    return switch (trigger) {
      case ASKS, REOPENS -> flow.start();
      case CLAIMS, WRITES, SENT, ANSWERED_ELSEWHERE, CLOSES -> flow.first(trigger.to()).name();
      case RELEASES, CLAIM_EXPIRES, SENDS_BACK, NOT_SENT, WITHDRAWS -> only(flow, trigger.to());
      case HANDS_OVER, TAKES_OVER, APPROVES, PASSES_ON -> from.name();
    };
  }

  private static @Nullable String only(Flow flow, Lifecycle state) {
    List<Step> steps = flow.steps().stream().filter(step -> step.state() == state).toList();
    return steps.size() == 1 ? steps.getFirst().name() : null;
  }
}
