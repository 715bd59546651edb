package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.deadline.CaseDeadlines;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways that are told of a flow are those that its cases go. */
class FlowWaysTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  @Test
  void aSmallFlowIsALineAndTheWaysBack() {
    assertThat(words(FlowsForTests.small(1)))
        .contains(
            "queue claims work",
            "work writes sending",
            "sending sent answered",
            "answered asks queue",
            "work releases queue",
            "sending withdraws work",
            "sending approves sending")
        .noneMatch(way -> way.contains("passesOn"))
        .noneMatch(way -> way.contains("null"));
  }

  @Test
  void whereACaseGoesBackToIsOpenIfThereAreSeveral() {
    assertThat(words(FlowsForTests.rich()))
        .contains("queue passesOn hard, as named", "answered asks queue")
        .anyMatch(way -> way.endsWith("releases null"));
  }

  @Test
  void eachLeadsWhereACaseGoes() {
    for (Flow flow : List.of(FlowsForTests.small(1), FlowsForTests.rich())) {
      for (FlowWays.Way way : FlowWays.of(flow)) {
        if (way.to() != null) {
          assertThat(flow.findNext(at(flow, way.from()), way.by()).map(Step::name))
              .as(way.toString())
              .contains(way.to());
        }
      }
    }
  }

  /** A case that came to a step by no other, and whose customer waits. */
  private static CasePlace at(Flow flow, String step) {
    return new CasePlace(
        flow.key(),
        step,
        NOW,
        Map.of(),
        null,
        CasePlace.Progress.ENABLED,
        null,
        true,
        null,
        0,
        CaseDeadlines.NONE);
  }

  private static List<String> words(Flow flow) {
    return FlowWays.of(flow).stream()
        .map(
            way ->
                "%s %s %s%s"
                    .formatted(
                        way.from(), way.by().word(), way.to(), way.named() ? ", as named" : ""))
        .toList();
  }
}
