package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.DeadlineDecision;
import dev.switchboard.engine.event.AboutDeadlines;
import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.Event;
import java.util.List;
import java.util.Optional;

/** Decisions about steps and deadlines as the log keeps them: with words in place of our types. */
public final class ForTheLog {
  private ForTheLog() {}

  /** The event of a decision; empty if another event tells of it. */
  public static Optional<Event> of(ProcessDecision decision) {
    return switch (decision) {
      case ProcessDecision.OfStep(var event) -> Optional.of(of(event));
      case ProcessDecision.OfDeadline(var deadline) -> Optional.of(of(deadline));
      case ProcessDecision.Escalated(var step, var after, var to) ->
          Optional.of(new AboutSteps.Escalated(step, after.toSeconds(), to.words(), called(to)));
      // The desk asks for it, and says so.
      case ProcessDecision.ApprovalNeeded _ -> Optional.empty();
    };
  }

  /** People, group by group. */
  public static List<AboutSteps.Called> called(Who who) {
    return who.groups().stream().map(ForTheLog::called).toList();
  }

  private static AboutSteps.Called called(Group group) {
    return new AboutSteps.Called(
        group.roles().stream().map(FlowRole::word).toList(), group.teams(), group.topics());
  }

  static Event of(StepEvent event) {
    return switch (event) {
      case StepEvent.Enabled(var step, var flow, var version, var state, var on) ->
          new AboutSteps.Enabled(step, flow, version, state.word(), on.word());
      case StepEvent.Offered(var step, var person, var on) ->
          new AboutSteps.Offered(step, person, on.word());
      case StepEvent.Started(var step, var person, var on) ->
          new AboutSteps.Started(step, person, on.word());
      case StepEvent.Paused(var step, var person, var on) ->
          new AboutSteps.Paused(step, person, on.word());
      case StepEvent.Resumed(var step, var person, var on) ->
          new AboutSteps.Resumed(step, person, on.word());
      case StepEvent.Completed(var step, var person, var how, var on) ->
          new AboutSteps.Completed(step, person, how, on.word());
    };
  }

  static Event of(DeadlineDecision decision) {
    String kind = decision.kind().word();
    return switch (decision) {
      case DeadlineDecision.Started(_, var due) -> new AboutDeadlines.Started(kind, due);
      case DeadlineDecision.Paused(_, var left) ->
          new AboutDeadlines.Paused(kind, left.toSeconds());
      case DeadlineDecision.Resumed(_, var due) -> new AboutDeadlines.Resumed(kind, due);
      case DeadlineDecision.BreachForeseen(_, var due, var left, var needed) ->
          new AboutDeadlines.Foreseen(kind, due, left.toSeconds(), needed.toSeconds());
      case DeadlineDecision.ForesightTakenBack(_) -> new AboutDeadlines.OutOfDanger(kind);
      case DeadlineDecision.Breached(_, var due) -> new AboutDeadlines.Breached(kind, due);
      case DeadlineDecision.Met(_, var left) -> new AboutDeadlines.Met(kind, left.toSeconds());
      case DeadlineDecision.EndedLate(_, var over) ->
          new AboutDeadlines.EndedLate(kind, over.toSeconds());
      case DeadlineDecision.Dropped(_) -> new AboutDeadlines.Dropped(kind);
    };
  }
}
