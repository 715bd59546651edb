package dev.switchboard.server.api;

import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowWays;
import dev.switchboard.engine.process.Step;
import dev.switchboard.store.process.SavedFlow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flows as the API shows them. */
final class FlowJson {
  private FlowJson() {}

  /**
   * A version, without its text.
   *
   * @param brands whose new cases begin on it
   */
  record Version(
      String name, int version, @Nullable String savedBy, Instant savedAt, List<String> brands) {
    static Version of(SavedFlow saved) {
      return new Version(
          saved.key().name(),
          saved.key().version(),
          saved.savedBy(),
          saved.savedAt(),
          saved.brands());
    }
  }

  /** A version with its text, and what it says. */
  record Whole(
      String name,
      int version,
      @Nullable String savedBy,
      Instant savedAt,
      List<String> brands,
      String yaml,
      String start,
      Map<String, String> deadlines,
      List<StepOf> steps,
      @Nullable String problem) {
    static Whole of(SavedFlow saved, String yaml, Flow flow, @Nullable String problem) {
      Map<String, String> deadlines = new LinkedHashMap<>();
      flow.deadlines()
          .targets()
          .forEach((kind, target) -> deadlines.put(kind.word(), DurationText.of(target)));
      List<FlowWays.Way> ways = FlowWays.of(flow);
      return new Whole(
          saved.key().name(),
          saved.key().version(),
          saved.savedBy(),
          saved.savedAt(),
          saved.brands(),
          yaml,
          flow.start(),
          deadlines,
          flow.steps().stream().map(step -> StepOf.of(step, ways)).toList(),
          problem);
    }
  }

  /**
   * A step in words.
   *
   * @param next where a case goes by what happens; {@code null} for the step of that state in which
   *     it was last
   */
  record StepOf(
      String name,
      String state,
      String who,
      @Nullable String within,
      @Nullable ApprovalOf approval,
      List<EscalationOf> escalate,
      Map<String, @Nullable String> next) {
    static StepOf of(Step step, List<FlowWays.Way> ways) {
      Map<String, @Nullable String> next = new LinkedHashMap<>();
      ways.stream()
          .filter(way -> way.from().equals(step.name()))
          .forEach(way -> next.put(way.by().word(), way.to()));
      Approval approval = step.approval();
      return new StepOf(
          step.name(),
          step.state().word(),
          step.who().words(),
          step.within() == null ? null : DurationText.of(step.within()),
          approval == null
              ? null
              : new ApprovalOf(
                  approval.when().stream().map(Approval.Occasion::word).toList(),
                  approval.by().words()),
          step.escalations().stream()
              .map(e -> new EscalationOf(DurationText.of(e.after()), e.to().words()))
              .toList(),
          next);
    }
  }

  record ApprovalOf(List<String> when, String by) {}

  record EscalationOf(String after, String to) {}
}
