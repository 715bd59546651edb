package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.Actor;
import java.util.List;
import java.util.Set;

/** What of a person decides which cases they fit, whether or not they are there and have room. */
record Traits(
    Set<String> brands,
    Set<String> languages,
    List<Skill> skills,
    boolean volunteer,
    Set<String> certified,
    boolean takesNone,
    Actor actor) {

  static Traits of(Worker worker) {
    Integer capacity = worker.capacity();
    return new Traits(
        worker.brands(),
        worker.languages(),
        worker.skills(),
        worker.volunteer(),
        worker.certified(),
        capacity != null && capacity == 0,
        worker.anybody());
  }

  boolean fit(Needs needs) {
    return !takesNone
        && fitBrand(needs)
        && fitTopic(needs)
        && fitLanguage(needs)
        && fitSkills(needs)
        && fitStep(needs);
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

  /** Whether the flow lets them take it. */
  boolean fitStep(Needs needs) {
    return needs.who().has(actor);
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
