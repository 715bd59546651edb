package dev.switchboard.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the steps of a case's flow. {@code waitingOn} is {@code customer} or {@code
 * company}; {@code person} is null where Switchboard did it itself, or a customer.
 */
public sealed interface AboutSteps extends Event {
  /** The case has come to a step, of this lifecycle state. */
  record Enabled(String step, String flow, int version, String state, String waitingOn)
      implements AboutSteps {}

  record Offered(String step, String person, String waitingOn) implements AboutSteps {}

  record Started(String step, @Nullable String person, String waitingOn) implements AboutSteps {}

  record Paused(String step, @Nullable String person, String waitingOn) implements AboutSteps {}

  record Resumed(String step, @Nullable String person, String waitingOn) implements AboutSteps {}

  /** The case leaves the step; {@code how} is the flow's word for what happened. */
  record Completed(String step, @Nullable String person, String how, String waitingOn)
      implements AboutSteps {}

  /**
   * The case has been in a step for so long that others are called, who may act from now on.
   *
   * @param after business time in seconds
   * @param to who, in words
   * @param who the same, group by group: whoever is in one of them is called
   */
  record Escalated(String step, long after, String to, List<Called> who) implements AboutSteps {
    public Escalated {
      who = List.copyOf(who);
    }
  }

  /** People who have one of the roles, are in one of the teams and know one of the topics. */
  record Called(List<String> roles, List<String> teams, List<String> topics) {
    public Called {
      roles = List.copyOf(roles);
      teams = List.copyOf(teams);
      topics = List.copyOf(topics);
    }
  }
}
