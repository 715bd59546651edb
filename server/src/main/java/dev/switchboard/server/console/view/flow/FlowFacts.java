package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.process.Flow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a flow says of time, in words. */
final class FlowFacts {
  private FlowFacts() {}

  static List<FlowPage.Fact> of(Flow flow) {
    List<FlowPage.Fact> facts = new ArrayList<>();
    DeadlinePolicy policy = flow.deadlines();
    target(facts, policy, DeadlineKind.FIRST_ANSWER, "First answer");
    target(facts, policy, DeadlineKind.NEXT_ANSWER, "Next answer");
    target(facts, policy, DeadlineKind.CLOSE, "Closed");
    facts.add(new FlowPage.Fact("Business hours", hours(policy.hours())));
    int days = policy.hours().otherDays().size();
    if (days > 0) {
      facts.add(new FlowPage.Fact("Other days", days == 1 ? "1 date" : days + " dates"));
    }
    return facts;
  }

  private static void target(
      List<FlowPage.Fact> facts, DeadlinePolicy policy, DeadlineKind kind, String label) {
    Duration target = policy.targets().get(kind);
    facts.add(
        new FlowPage.Fact(
            label, target == null ? "no deadline" : "within " + DurationText.of(target)));
  }

  private static String hours(BusinessHours hours) {
    boolean always = hours.week().equals(BusinessHours.always(hours.week().zone()).week());
    return always ? "day and night" : RosterText.of(hours.week());
  }
}
