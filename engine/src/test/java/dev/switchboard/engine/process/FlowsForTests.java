package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.people.RosterText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flows for tests. */
public final class FlowsForTests {
  private static final Who EXPERTS = Who.of(new Group(List.of(), List.of("Experts"), List.of()));

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
    Who leads = Who.of(Group.of(FlowRole.LEAD));
    return new Flow(
        "rich",
        1,
        "queue",
        OFFICE,
        twoLevels(
            Duration.ofMinutes(50),
            List.of(new Escalation(Duration.ofHours(1), leads)),
            Map.of(Trigger.APPROVES, "press"),
            new Step(
                "press",
                Lifecycle.PENDING,
                Who.EVERYBODY,
                null,
                new Approval(List.of(Approval.Occasion.SENSITIVE), EXPERTS),
                List.of(),
                Map.of()),
            Step.of("answered", Lifecycle.ANSWERED),
            new Step("done", Lifecycle.CLOSED, leads, null, null, List.of(), Map.of())));
  }

  /**
   * A queue, experts behind it and a review, with escalations and time limits.
   *
   * @param stay how long a case may be in the queue
   * @param later whom the queue calls after the volunteers
   * @param afterReview where else the review leads
   * @param ends the steps after the review
   */
  public static List<Step> twoLevels(
      Duration stay, List<Escalation> later, Map<Trigger, String> afterReview, Step... ends) {
    Who agents = Who.of(Group.of(FlowRole.AGENT));
    Who leads = Who.of(Group.of(FlowRole.LEAD));
    List<Escalation> calls = new ArrayList<>();
    calls.add(new Escalation(Duration.ofMinutes(20), Who.of(Group.of(FlowRole.VOLUNTEER))));
    calls.addAll(later);
    Map<Trigger, String> onward = Map.of(Trigger.PASSES_ON, "hard");
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("queue", Lifecycle.WAITING, agents, stay, null, calls, onward));
    steps.add(
        new Step(
            "work", Lifecycle.CLAIMED, agents, Duration.ofMinutes(30), null, List.of(), onward));
    steps.add(
        new Step(
            "hard",
            Lifecycle.WAITING,
            EXPERTS,
            null,
            null,
            List.of(new Escalation(Duration.ofHours(2), leads)),
            Map.of(Trigger.CLAIMS, "hard-work")));
    steps.add(new Step("hard-work", Lifecycle.CLAIMED, EXPERTS, null, null, List.of(), Map.of()));
    steps.add(
        new Step(
            "review",
            Lifecycle.PENDING,
            Who.EVERYBODY,
            null,
            new Approval(List.of(Approval.Occasion.NEWCOMER, Approval.Occasion.VOLUNTEER), leads),
            List.of(new Escalation(Duration.ofMinutes(15), agents)),
            afterReview));
    steps.addAll(List.of(ends));
    return steps;
  }
}
