package dev.switchboard.server.flows;

import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Escalation;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Step;
import dev.switchboard.engine.process.Who;
import java.util.List;
import java.util.stream.Stream;

/** The teams that a flow names. */
final class NamedTeams {
  private NamedTeams() {}

  static List<String> of(Flow flow) {
    return flow.steps().stream()
        .flatMap(NamedTeams::of)
        .flatMap(who -> who.groups().stream())
        .flatMap(group -> group.teams().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Who> of(Step step) {
    Approval approval = step.approval();
    return Stream.concat(
        Stream.of(step.who(), approval == null ? Who.EVERYBODY : approval.by()),
        step.escalations().stream().map(Escalation::to));
  }
}
