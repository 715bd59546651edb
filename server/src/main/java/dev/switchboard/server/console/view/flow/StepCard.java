package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Escalation;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowWays;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step in words.
 *
 * @param start whether cases begin here
 * @param facts who acts, within which time, what is approved, who is called: sentences
 * @param ways where a case goes from here, those that the flow names first
 */
public record StepCard(
    String name, Lifecycle state, boolean start, List<String> facts, List<WayWords> ways) {
  public StepCard {
    facts = List.copyOf(facts);
    ways = List.copyOf(ways);
  }

  /**
   * Where a case goes.
   *
   * @param what happens
   * @param to a step, or words for the one in which it was last
   * @param named whether the flow says so
   */
  public record WayWords(String what, String to, boolean named) {}

  public static List<StepCard> of(Flow flow) {
    List<FlowWays.Way> ways = FlowWays.of(flow);
    return flow.steps().stream()
        .map(
            step ->
                new StepCard(
                    step.name(),
                    step.state(),
                    step.name().equals(flow.start()),
                    facts(step),
                    ways(step, ways)))
        .toList();
  }

  private static List<String> facts(Step step) {
    List<String> facts = new ArrayList<>();
    switch (step.state()) {
      case WAITING -> facts.add(upper(step.who().words()) + " may take it.");
      case CLAIMED -> facts.add(upper(step.who().words()) + " may hold it.");
      case PENDING -> facts.add(approval(step.approval()));
      case ANSWERED -> facts.add("It waits on the customer.");
      case CLOSED -> facts.add("It is done, until the customer writes again.");
    }
    if (step.within() != null) {
      facts.add("At most %s of business time.".formatted(DurationText.of(step.within())));
    }
    for (Escalation escalation : step.escalations()) {
      facts.add(
          "After %s, %s are called, and may act here from then on."
              .formatted(DurationText.of(escalation.after()), escalation.to().words()));
    }
    return facts;
  }

  private static String approval(@Nullable Approval approval) {
    if (approval == null) {
      return "The reply goes out, unless the desk's settings ask for approval.";
    }
    String when =
        approval.when().stream().map(StepCard::occasion).collect(Collectors.joining(", "));
    return "Read by %s before it goes out: %s.".formatted(approval.by().words(), when);
  }

  private static String occasion(Approval.Occasion occasion) {
    return switch (occasion) {
      case ALWAYS -> "every reply";
      case NEWCOMER -> "what newcomers write";
      case SENSITIVE -> "what touches on a sensitive topic";
      case VOLUNTEER -> "what volunteers write";
    };
  }

  private static String upper(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static List<WayWords> ways(Step step, List<FlowWays.Way> all) {
    return all.stream()
        .filter(way -> way.from().equals(step.name()) && !way.stays())
        .sorted((a, b) -> Boolean.compare(b.named(), a.named()))
        .map(
            way ->
                new WayWords(
                    DrawnWays.words(way.by()),
                    way.to() == null
                        ? "the %s step where it was last".formatted(way.by().to().word())
                        : way.to(),
                    way.named()))
        .toList();
  }
}
