package dev.switchboard.engine.routing;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.deadline.DeadlinePolicy;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowsForTests;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A company that works at night, when clocks change: its people, their shifts, its flow. */
final class NightDesk {
  /** Somebody, as the floor, the flow and the roster know them. */
  record Person(Worker worker, Actor actor, Roster shifts) {
    String name() {
      return actor.name();
    }

    Worker with(Presence presence) {
      return worker.with(presence);
    }
  }

  static final List<Person> PEOPLE =
      List.of(
          person("ann", 2, Role.AGENT, "Experts", "Europe/Berlin Mon-Sun 20:00-04:00", 3),
          person("bob", 4, Role.LEAD, "Leads", "Europe/Berlin Mon-Sun 22:00-06:00", 2),
          person("cyd", 1, Role.AGENT, "Social", "Europe/Berlin Mon-Sun 02:00-08:00", 0),
          person("dee", 3, Role.AGENT, "Experts", "Europe/Berlin Mon-Sun 00:00-24:00", 4),
          volunteer("eve", "Europe/Berlin Mon-Sun 21:00-03:00"));

  /** Who comes in the end, may take everything, and is always there. */
  static final Person ZED = person("zed", 100, Role.LEAD, "Experts", "", Skill.MAX_LEVEL);

  private NightDesk() {}

  private static Person person(
      String name, int capacity, Role role, String team, String shifts, int level) {
    Worker worker =
        new Worker(
            name,
            Presence.OFF,
            capacity,
            Set.of(),
            Set.of(),
            level == 0 ? List.of() : List.of(new Skill("refunds", level)),
            false,
            Set.of(),
            role,
            Set.of(team));
    Actor actor = new Actor(name, role, false, Set.of(team), Set.of());
    return new Person(worker, actor, shifts.isEmpty() ? Roster.NONE : RosterText.parse(shifts));
  }

  private static Person volunteer(String name, String shifts) {
    Set<String> topics = Set.of("baggage");
    return new Person(
        new Worker(name, Presence.OFF, 2, Set.of(), Set.of(), List.of(), true, topics),
        new Actor(name, Role.AGENT, true, Set.of(), topics),
        RosterText.parse(shifts));
  }

  /** The flow; a later version promises other times, and has another step's limit. */
  static Flow flow(int version) {
    return new Flow(
        "night",
        version,
        "queue",
        promises(version),
        FlowsForTests.twoLevels(
            Duration.ofMinutes(version == 1 ? 50 : 95),
            List.of(),
            Map.of(),
            Step.of("answered", Lifecycle.ANSWERED),
            Step.of("done", Lifecycle.CLOSED)));
  }

  private static DeadlinePolicy promises(int version) {
    return new DeadlinePolicy(
        BusinessHours.of(RosterText.parse("Europe/Berlin Mon-Sun 20:00-08:00")),
        Map.of(
            DeadlineKind.FIRST_ANSWER, Duration.ofHours(version == 1 ? 2 : 3),
            DeadlineKind.NEXT_ANSWER, Duration.ofHours(3),
            DeadlineKind.CLOSE, Duration.ofHours(14)),
        true,
        .25);
  }
}
