package dev.switchboard.engine.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people, grouped into crews that fit the same cases, and the cases that wait, grouped into
 * demands that ask for the same. Who fits what is worked out once for each crew and each thing that
 * is asked for, not for each person and case.
 */
final class Floor {
  final RoutingPolicy policy;

  /** One for each person on the roster, and each other who holds a case. */
  final Map<String, Agent> agents = new HashMap<>();

  final Available available = new Available();
  final Crews crews = new Crews();
  final Demands demands;

  /** Whose people came or went within this input. */
  private final Set<Demand> shaken = new LinkedHashSet<>();

  Floor(RoutingPolicy policy) {
    this.policy = policy;
    demands = new Demands(policy, crews);
  }

  /** Takes a person as they are told to be; they are not among the available ones meanwhile. */
  void put(Agent agent, Worker worker) {
    Crew before = agent.crew;
    Traits traits = Traits.of(worker);
    agent.worker = worker;
    if (before != null && before.traits.equals(traits)) {
      look(before);
      return;
    }
    if (before != null) {
      leave(agent, before);
    }
    Crew known = crews.find(traits);
    Crew after = known == null ? open(traits) : known;
    after.members.add(agent);
    agent.crew = after;
    look(after);
    shakeWhereNobodyWasThere(after);
  }

  private Crew open(Traits traits) {
    Crew crew = crews.add(traits);
    demands.join(crew);
    return crew;
  }

  /** Takes a person off the roster. */
  void remove(Agent agent) {
    Crew crew = agent.crew;
    agent.worker = null;
    if (crew != null) {
      leave(agent, crew);
    }
    forgetIfIdle(agent);
  }

  /** Forgets who is not on the roster and holds nothing. */
  void forgetIfIdle(Agent agent) {
    if (agent.worker == null && agent.load == 0) {
      agents.remove(agent.name);
    }
  }

  private void leave(Agent agent, Crew crew) {
    crew.members.remove(agent);
    agent.crew = null;
    look(crew);
    if (crew.members.isEmpty()) {
      close(crew);
    } else {
      shakeWhereNobodyWasThere(crew);
    }
  }

  private void close(Crew crew) {
    demands.eachFitting(
        crew,
        fitting -> {
          fitting.leave(crew);
          shakeIfNobodyWasThere(fitting);
          if (fitting.isEmpty()) {
            shake(fitting, true);
          }
        });
    demands.forget(crew);
    crews.remove(crew);
  }

  private void shakeWhereNobodyWasThere(Crew crew) {
    demands.eachFitting(crew, this::shakeIfNobodyWasThere);
  }

  /** Who is there decides more than who could be, unless nobody is, or those are the first. */
  private void shakeIfNobodyWasThere(Fitting last) {
    if (last.there() == 0 || last.size() == 1) {
      shake(last, false);
    }
  }

  /** Cases that ask for this at last, or now, are to be looked at again. */
  private void shake(Fitting fitting, boolean now) {
    for (Demand demand : fitting.demands) {
      if (demand.size() > 0 && (now ? demand.now : demand.last) == fitting) {
        shaken.add(demand);
      }
    }
  }

  /** Counts again who of a crew is there, and what that changes for the cases that they fit. */
  private void look(Crew crew) {
    boolean before = crew.there > 0;
    crew.lookWhoIsThere();
    boolean after = crew.there > 0;
    int change = before == after ? 0 : after ? 1 : -1;
    demands.eachFitting(
        crew,
        fitting -> {
          fitting.look(change);
          if (change != 0 && fitting.there() == (after ? 1 : 0)) {
            shake(fitting, false);
          }
        });
  }

  /** To be called before anything changes by which available people are ordered. */
  void hide(Agent agent) {
    if (agent.crew != null) {
      available.remove(agent, agent.crew);
    }
  }

  /** To be called after {@link #hide} and the change. */
  void show(Agent agent) {
    if (agent.crew != null && agent.isAvailable(policy.maxOpenOffers())) {
      available.add(agent, agent.crew);
    }
  }

  /** The cases that wait and whose people came or went, oldest first; asked once. */
  List<Routed> takeShaken() {
    if (shaken.isEmpty()) {
      return List.of();
    }
    List<Routed> cases = new ArrayList<>();
    for (Demand demand : shaken) {
      demand.queues().forEach(queue -> cases.addAll(queue.cases));
    }
    shaken.clear();
    cases.sort(Routed.OLDEST_FIRST);
    return cases;
  }

  /** What nobody on the roster has, in a sentence. */
  String missing(Needs last) {
    if (crews.traits().isEmpty()) {
      return "Nobody is on the roster.";
    }
    if (crews.traits().stream().noneMatch(traits -> traits.fitBrand(last))) {
      return "Nobody answers for %s.".formatted(last.brand());
    }
    List<Traits> ofBrand = crews.traits().stream().filter(traits -> traits.fitBrand(last)).toList();
    if (ofBrand.stream().allMatch(Traits::takesNone)) {
      return "Who answers for %s takes no cases: their capacity is 0.".formatted(last.brand());
    }
    List<Traits> onTopic = ofBrand.stream().filter(traits -> traits.fitTopic(last)).toList();
    if (onTopic.isEmpty()) {
      return last.topic() == null
          ? "Only volunteers answer for %s, and nobody has said what this is about."
              .formatted(last.brand())
          : "Only volunteers answer for %s, and none is certified for \"%s\"."
              .formatted(last.brand(), last.topic());
    }
    List<Traits> named = onTopic.stream().filter(traits -> last.who().has(traits.actor())).toList();
    if (named.isEmpty()) {
      return "Nobody who answers for %s may take it. %s"
          .formatted(last.brand(), last.who().sentence().orElse(""));
    }
    String who = last.who().sentence().map(" "::concat).orElse("");
    if (named.stream().noneMatch(traits -> traits.fitLanguage(last))) {
      return "Nobody who answers for %s writes %s.%s".formatted(last.brand(), last.language(), who);
    }
    return "Nobody who answers for %s has all of: %s%s.%s"
        .formatted(
            last.brand(),
            last.skillsText(),
            last.language() == null ? "" : ", language " + last.language(),
            who);
  }
}
