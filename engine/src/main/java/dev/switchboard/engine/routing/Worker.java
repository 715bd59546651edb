package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Skill;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a person decides which cases they are offered. What they hold is told case by case
 * ({@link RoutingInput.CaseHeld}), so that a profile can be told again at any time and races no
 * acceptance.
 *
 * @param capacity what the cases that they hold and are offered may weigh together; null: any
 *     weight
 * @param brands for which they answer; none: for all
 * @param languages as BCP 47 tags, of which the first part counts; none: nobody has said, so any
 * @param volunteer who is offered nothing but what they are certified for
 * @param certified topics
 * @param role and {@code teams}, by which flows say who may act
 */
public record Worker(
    String name,
    Presence presence,
    @Nullable Integer capacity,
    Set<String> brands,
    Set<String> languages,
    List<Skill> skills,
    boolean volunteer,
    Set<String> certified,
    Role role,
    Set<String> teams) {
  public Worker {
    if (capacity != null && capacity < 0) {
      throw new IllegalArgumentException(
          "the capacity of %s must not be negative: %d".formatted(name, capacity));
    }
    brands = Set.copyOf(brands);
    languages = languages.stream().map(Needs::primary).collect(Collectors.toUnmodifiableSet());
    skills = skills.stream().sorted(Comparator.comparing(Skill::name)).toList();
    certified =
        certified.stream()
            .map(topic -> topic.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    teams = Set.copyOf(teams);
  }

  /** An agent who is in no team. */
  public Worker(
      String name,
      Presence presence,
      @Nullable Integer capacity,
      Set<String> brands,
      Set<String> languages,
      List<Skill> skills,
      boolean volunteer,
      Set<String> certified) {
    this(
        name,
        presence,
        capacity,
        brands,
        languages,
        skills,
        volunteer,
        certified,
        Role.AGENT,
        Set.of());
  }

  public Worker with(Presence other) {
    return new Worker(
        name, other, capacity, brands, languages, skills, volunteer, certified, role, teams);
  }
}
