package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.people.RosterText;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Flows for tests. */
final class FlowsForTests {
  private FlowsForTests() {}

  static final DeadlinePolicy OFFICE =
      new DeadlinePolicy(
          BusinessHours.of(RosterText.parse("Europe/Berlin Mon-Fri 09:00-17:00")),
          Map.of(
              DeadlineKind.FIRST_ANSWER, Duration.ofHours(2),
              DeadlineKind.NEXT_ANSWER, Duration.ofHours(3),
              DeadlineKind.CLOSE, Duration.ofHours(12)),
          true,
          .25);

  static Flow small(int version) {
    return new Flow(
        "small",
        version,
        "queue",
        OFFICE,
        List.of(
            Step.of("queue", Lifecycle.WAITING),
            Step.of("work", Lifecycle.CLAIMED),
            Step.of("sending", Lifecycle.PENDING),
            Step.of("answered", Lifecycle.ANSWERED),
            Step.of("done", Lifecycle.CLOSED)));
  }

  /** Two levels, an approval after another, escalations, time limits, people of all kinds. */
  static Flow rich() {
    Who agents = Who.of(Group.of(FlowRole.AGENT));
    Who leads = Who.of(Group.of(FlowRole.LEAD));
    Who experts = Who.of(new Group(List.of(), List.of("Experts"), List.of()));
    return new Flow(
        "rich",
        1,
        "queue",
        OFFICE,
        List.of(
            new Step(
                "queue",
                Lifecycle.WAITING,
                agents,
                Duration.ofMinutes(50),
                null,
                List.of(
                    new Escalation(Duration.ofMinutes(20), Who.of(Group.of(FlowRole.VOLUNTEER))),
                    new Escalation(Duration.ofHours(1), leads)),
                Map.of(Trigger.PASSES_ON, "hard")),
            new Step(
                "work",
                Lifecycle.CLAIMED,
                agents,
                Duration.ofMinutes(30),
                null,
                List.of(),
                Map.of(Trigger.PASSES_ON, "hard")),
            new Step(
                "hard",
                Lifecycle.WAITING,
                experts,
                null,
                null,
                List.of(new Escalation(Duration.ofHours(2), leads)),
                Map.of(Trigger.CLAIMS, "hard-work")),
            new Step("hard-work", Lifecycle.CLAIMED, experts, null, null, List.of(), Map.of()),
            new Step(
                "review",
                Lifecycle.PENDING,
                Who.EVERYBODY,
                null,
                new Approval(
                    List.of(Approval.Occasion.NEWCOMER, Approval.Occasion.VOLUNTEER), leads),
                List.of(new Escalation(Duration.ofMinutes(15), agents)),
                Map.of(Trigger.APPROVES, "press")),
            new Step(
                "press",
                Lifecycle.PENDING,
                Who.EVERYBODY,
                null,
                new Approval(List.of(Approval.Occasion.SENSITIVE), experts),
                List.of(),
                Map.of()),
            Step.of("answered", Lifecycle.ANSWERED),
            new Step("done", Lifecycle.CLOSED, leads, null, null, List.of(), Map.of())));
  }
}
