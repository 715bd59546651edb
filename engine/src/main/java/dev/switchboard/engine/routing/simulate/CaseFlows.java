package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineDecision;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.ProcessDecision;
import dev.switchboard.engine.process.ProcessInput;
import dev.switchboard.engine.process.ProcessOutcome;
import dev.switchboard.engine.process.ProcessRules;
import dev.switchboard.engine.process.Situation;
import dev.switchboard.engine.process.Step;
import dev.switchboard.engine.process.StepEvent;
import dev.switchboard.engine.process.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases of a day on their way through a flow, by the server's own rules: where the time goes is
 * read off their step events, and what is promised is kept by their deadlines. Times are
 * milliseconds from the first midnight.
 */
final class CaseFlows {
  static final Instant MIDNIGHT = Instant.parse("2026-02-02T00:00:00Z");
  private static final Situation UNKNOWN = Situation.UNKNOWN;

  /** A flow for each time that is promised; there are few. */
  private final Map<Long, ProcessRules> rules = new HashMap<>();

  private final List<Actor> people;
  private final @Nullable CasePlace[] places;
  private final long[] lookAt;
  final DeadlineCounts deadlines = new DeadlineCounts();

  CaseFlows(Day day) {
    people =
        day.agents().stream()
            .map(agent -> new Actor(agent.name(), Role.AGENT, false, Set.of(), Set.of()))
            .toList();
    places = new @Nullable CasePlace[day.cases().size()];
    lookAt = new long[day.cases().size()];
  }

  private ProcessRules rules(SimulatedCase one) {
    return rules.computeIfAbsent(
        one.allowedMillis(), millis -> new ProcessRules(flow(Duration.ofMillis(millis))));
  }

  private static Flow flow(Duration promised) {
    return new Flow(
        "simulated",
        1,
        "queue",
        new DeadlinePolicy(
            BusinessHours.always(ZoneOffset.UTC),
            Map.of(
                DeadlineKind.FIRST_ANSWER, promised,
                DeadlineKind.NEXT_ANSWER, promised),
            true,
            DeadlinePolicy.USUAL_SHARE),
        List.of(
            Step.of("queue", Lifecycle.WAITING),
            Step.of("work", Lifecycle.CLAIMED),
            Step.of("sending", Lifecycle.PENDING),
            Step.of("answered", Lifecycle.ANSWERED),
            Step.of("done", Lifecycle.CLOSED)));
  }

  /** When time alone decides something of a case; {@link Dispatcher#NEVER}. */
  long lookAt(Progress progress) {
    return lookAt[progress.one.number()];
  }

  void asks(Progress progress, long now) {
    if (places[progress.one.number()] == null) {
      Instant at = MIDNIGHT.plusMillis(now);
      done(progress, rules(progress.one).begin(UNKNOWN, at, at), now);
    } else {
      happens(progress, Trigger.ASKS, null, now);
    }
  }

  void offered(Progress progress, int agent, long now) {
    take(progress, new ProcessInput.Offered(people.get(agent)), now);
  }

  void claimed(Progress progress, int agent, long now) {
    happens(progress, Trigger.CLAIMS, people.get(agent), now);
  }

  /** It lies in somebody's hands while they work on something else. */
  void rests(Progress progress, int agent, long now) {
    take(progress, new ProcessInput.Paused(people.get(agent), WaitingOn.COMPANY), now);
  }

  void goesOn(Progress progress, int agent, long now) {
    take(progress, new ProcessInput.Resumed(people.get(agent)), now);
  }

  void givenBack(Progress progress, int agent, long now) {
    happens(progress, Trigger.RELEASES, people.get(agent), now);
  }

  void answered(Progress progress, int agent, long now) {
    happens(progress, Trigger.WRITES, people.get(agent), now);
    happens(progress, Trigger.SENT, null, now);
  }

  void looks(Progress progress, long now) {
    take(progress, new ProcessInput.Looked(), now);
  }

  private void happens(Progress progress, Trigger trigger, @Nullable Actor by, long now) {
    Instant at = MIDNIGHT.plusMillis(now);
    take(progress, ProcessInput.happened(trigger, by, at), now);
  }

  private void take(Progress progress, ProcessInput input, long now) {
    CasePlace place = places[progress.one.number()];
    if (place == null) {
      throw new IllegalStateException("case " + progress.one.number() + " has not begun");
    }
    Instant at = MIDNIGHT.plusMillis(now);
    switch (rules(progress.one).on(place, input, UNKNOWN, at)) {
      case ProcessOutcome.Done done -> done(progress, done, now);
      case ProcessOutcome.Refused(var why) -> throw new IllegalStateException(why.sentence());
    }
  }

  private void done(Progress progress, ProcessOutcome.Done done, long now) {
    int number = progress.one.number();
    places[number] = done.place();
    Instant again = done.lookAgainAt();
    lookAt[number] =
        again == null ? Dispatcher.NEVER : Duration.between(MIDNIGHT, again).toMillis();
    for (ProcessDecision decision : done.decisions()) {
      switch (decision) {
        case ProcessDecision.OfStep(var event) -> spent(progress, event, now);
        case ProcessDecision.OfDeadline(var told) -> deadlines.count(told);
        case ProcessDecision.ApprovalNeeded _, ProcessDecision.Escalated _ -> {}
      }
    }
  }

  /** What a step event says of where the time since the last one went. */
  private static void spent(Progress progress, StepEvent event, long now) {
    SimulatedStep next =
        switch (event) {
          case StepEvent.Enabled(_, _, _, var state, _) ->
              state == Lifecycle.WAITING ? SimulatedStep.WAITS_FOR_SOMEBODY : progress.step;
          case StepEvent.Started _, StepEvent.Resumed _ -> SimulatedStep.IS_WORKED_ON;
          case StepEvent.Paused _ -> SimulatedStep.WAITS_IN_HANDS;
          case StepEvent.Offered _, StepEvent.Completed _ -> progress.step;
        };
    progress.stepMillis[progress.step.ordinal()] += now - progress.stepSince;
    progress.step = next;
    progress.stepSince = now;
  }

  /** What became of deadlines. For one thread. */
  static final class DeadlineCounts {
    long started;
    long foreseen;
    long takenBack;
    long breached;
    long met;

    private void count(DeadlineDecision told) {
      switch (told) {
        case DeadlineDecision.Started _ -> started++;
        case DeadlineDecision.BreachForeseen _ -> foreseen++;
        case DeadlineDecision.ForesightTakenBack _ -> takenBack++;
        case DeadlineDecision.Breached _ -> breached++;
        case DeadlineDecision.Met _ -> met++;
        case DeadlineDecision.Paused _,
            DeadlineDecision.Resumed _,
            DeadlineDecision.EndedLate _,
            DeadlineDecision.Dropped _ -> {}
      }
    }
  }
}
