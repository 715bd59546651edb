package dev.switchboard.engine.process;

import dev.switchboard.engine.people.Role;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts on a case, with what decides whether they may.
 *
 * @param volunteer one of the company's other employees
 * @param topics what they know: declared as skills, or certified for a volunteer; in lower case
 */
public record Actor(
    String name, Role role, boolean volunteer, Set<String> teams, Set<String> topics) {
  public Actor {
    teams = Set.copyOf(teams);
    topics =
        topics.stream()
            .map(topic -> topic.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Of whom nothing but the name matters, as of somebody who has acted already. */
  static @Nullable Actor named(@Nullable String name) {
    return name == null ? null : new Actor(name, Role.AGENT, false, Set.of(), Set.of());
  }
}
