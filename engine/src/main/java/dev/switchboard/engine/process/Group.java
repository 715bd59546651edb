package dev.switchboard.engine.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People of whom somebody may act: of one of these roles, in one of these teams, knowing one of
 * these topics. What is empty asks for nothing.
 */
public record Group(List<FlowRole> roles, List<String> teams, List<String> topics) {
  public Group {
    roles = roles.stream().distinct().sorted().toList();
    teams = teams.stream().distinct().sorted().toList();
    topics =
        topics.stream().map(topic -> topic.toLowerCase(Locale.ROOT)).distinct().sorted().toList();
  }

  /** All who have one of these roles. */
  public static Group of(FlowRole... roles) {
    return new Group(List.of(roles), List.of(), List.of());
  }

  boolean has(Actor actor) {
    return (roles.isEmpty() || roles.stream().anyMatch(role -> role.isPlayedBy(actor)))
        && (teams.isEmpty() || sharesAny(teams, actor.teams()))
        && (topics.isEmpty() || sharesAny(topics, actor.topics()));
  }

  private static boolean sharesAny(List<String> wanted, Set<String> found) {
    return wanted.stream().anyMatch(found::contains);
  }

  /** For example {@code agents or volunteers of Baggage who know refunds}. */
  String words() {
    String who =
        roles.isEmpty()
            ? "people"
            : roles.stream().map(FlowRole::plural).collect(Collectors.joining(" or "));
    return who
        + (teams.isEmpty() ? "" : " of " + String.join(" or ", teams))
        + (topics.isEmpty() ? "" : " who know " + String.join(" or ", topics));
  }
}
