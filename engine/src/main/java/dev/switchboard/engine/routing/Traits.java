package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.Actor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a person decides which cases they fit, whether or not they are there and have room. */
record Traits(
    Set<String> brands,
    Set<String> languages,
    List<Skill> skills,
    boolean volunteer,
    Set<String> certified,
    boolean takesNone,
    Role role,
    Set<String> teams) {

  static Traits of(Worker worker) {
    Integer capacity = worker.capacity();
    return new Traits(
        worker.brands(),
        worker.languages(),
        worker.skills(),
        worker.volunteer(),
        worker.certified(),
        capacity != null && capacity == 0,
        worker.role(),
        worker.teams());
  }

  /** One of these people as flows see them, whoever it is. */
  Actor actor() {
    Set<String> topics =
        volunteer
            ? certified
            : skills.stream().map(Skill::name).collect(Collectors.toUnmodifiableSet());
    return new Actor("", role, volunteer, teams, topics);
  }

  /** Whether they can do it; who may, {@link Crew} says. */
  boolean fit(Needs needs) {
    return !takesNone
        && fitBrand(needs)
        && fitTopic(needs)
        && fitLanguage(needs)
        && fitSkills(needs);
  }

  boolean fitBrand(Needs needs) {
    return brands.isEmpty() || brands.contains(needs.brand());
  }

  boolean fitTopic(Needs needs) {
    return !volunteer || needs.topic() != null && certified.contains(needs.topic());
  }

  boolean fitLanguage(Needs needs) {
    return needs.language() == null || languages.isEmpty() || languages.contains(needs.language());
  }

  private boolean fitSkills(Needs needs) {
    for (Skill wanted : needs.skills()) {
      if (!has(wanted)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(Skill wanted) {
    for (Skill own : skills) {
      if (own.name().equals(wanted.name())) {
        return own.level() >= wanted.level();
      }
    }
    return false;
  }
}
