package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people, grouped into crews that fit the same cases, and the cases that wait, grouped into
 * queues that ask for the same. Who fits what is worked out once for each crew and queue, not for
 * each person and case.
 */
final class Floor {
  /**
   * So many queues are kept while they are empty, so that who fits them need not be asked again.
   */
  private static final int MAX_IDLE_QUEUES = 8_192;

  private static final CaseWeights.Kind ANY_KIND = new CaseWeights.Kind("", false);

  final RoutingPolicy policy;

  /** One for each person on the roster, and each other who holds a case. */
  final Map<String, Agent> agents = new HashMap<>();

  /** At most one for each person. */
  private final Map<Traits, Crew> crews = new HashMap<>();

  /** At most two for each case that waits, and {@value #MAX_IDLE_QUEUES} more. */
  private final Map<CaseQueue.Key, CaseQueue> queues = new HashMap<>();

  private int forgetAt = MAX_IDLE_QUEUES;

  /** Whose people came or went within this input. */
  private final Set<CaseQueue> shaken = new LinkedHashSet<>();

  Floor(RoutingPolicy policy) {
    this.policy = policy;
  }

  /** The queue of a case as it is now, whether or not it waits there. */
  CaseQueue queueOf(Routed routed) {
    WaitingCase waiting = routed.waiting();
    Needs plain =
        new Needs(
            waiting.needs().brand(),
            ANY_KIND,
            waiting.needs().topic(),
            waiting.needs().language(),
            waiting.needs().skills());
    CaseQueue.Key key =
        new CaseQueue.Key(
            plain,
            policy.relaxed(plain, routed.step),
            policy.relaxed(plain, policy.relaxations().size()),
            routed.weight,
            CaseQueue.lengthClass(waiting.allowed()),
            CaseQueue.lengthClass(waiting.handling()));
    CaseQueue known = queues.get(key);
    return known == null ? open(key) : known;
  }

  private CaseQueue open(CaseQueue.Key key) {
    if (queues.size() >= forgetAt) {
      forgetIdleQueues();
      forgetAt = Math.max(MAX_IDLE_QUEUES, 2 * queues.size());
    }
    CaseQueue queue = new CaseQueue(key);
    queues.put(key, queue);
    for (Crew crew : crews.values()) {
      join(crew, queue);
    }
    return queue;
  }

  private void forgetIdleQueues() {
    queues.values().removeIf(queue -> queue.cases.isEmpty());
    for (Crew crew : crews.values()) {
      crew.queues.removeIf(queue -> queue.cases.isEmpty());
      crew.relaxed.removeIf(queue -> queue.cases.isEmpty());
      crew.atLast.removeIf(queue -> queue.cases.isEmpty());
    }
  }

  private static void join(Crew crew, CaseQueue queue) {
    if (crew.traits.fit(queue.key.now())) {
      queue.crews.add(crew);
      (crew.traits.fit(queue.key.asked()) ? crew.queues : crew.relaxed).add(queue);
    }
    if (crew.traits.fit(queue.key.last())) {
      queue.atLast.add(crew);
      crew.atLast.add(queue);
      queue.crewsThere += crew.there > 0 ? 1 : 0;
    }
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
    Crew after = crews.get(traits);
    if (after == null) {
      after = new Crew(traits);
      crews.put(traits, after);
      for (CaseQueue queue : queues.values()) {
        join(after, queue);
      }
    }
    after.members.add(agent);
    agent.crew = after;
    look(after);
    after.atLast.forEach(this::shakeIfNobodyWasThere);
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
      crews.remove(crew.traits);
      crew.queues.forEach(queue -> queue.crews.remove(crew));
      crew.relaxed.forEach(queue -> queue.crews.remove(crew));
      crew.atLast.forEach(queue -> queue.atLast.remove(crew));
    }
    crew.atLast.forEach(this::shakeIfNobodyWasThere);
    crew.atLast.stream().filter(queue -> queue.crews.isEmpty()).forEach(shaken::add);
  }

  /** Who is there decides more than who could be, unless nobody is, or those are the first. */
  private void shakeIfNobodyWasThere(CaseQueue queue) {
    if (queue.crewsThere == 0 || queue.atLast.size() == 1) {
      shaken.add(queue);
    }
  }

  /** Counts again who of a crew is there, and what that changes for its queues. */
  private void look(Crew crew) {
    boolean before = crew.there > 0;
    crew.lookWhoIsThere();
    boolean after = crew.there > 0;
    if (before != after) {
      for (CaseQueue queue : crew.atLast) {
        queue.crewsThere += after ? 1 : -1;
        if (queue.crewsThere == (after ? 1 : 0)) {
          shaken.add(queue);
        }
      }
    }
  }

  /** To be called before anything changes by which available people are ordered. */
  void hide(Agent agent) {
    if (agent.crew != null) {
      agent.crew.available.remove(agent);
    }
  }

  /** To be called after {@link #hide} and the change. */
  void show(Agent agent) {
    if (agent.crew != null && agent.isAvailable(policy.maxOpenOffers())) {
      agent.crew.available.add(agent);
    }
  }

  /** The cases in queues whose people came or went, oldest first; asked once. */
  List<Routed> takeShaken() {
    List<Routed> cases = new ArrayList<>();
    shaken.forEach(queue -> cases.addAll(queue.cases));
    shaken.clear();
    cases.sort(Routed.OLDEST_FIRST);
    return cases;
  }

  /** What nobody on the roster has, in a sentence. */
  String missing(Needs last) {
    if (crews.isEmpty()) {
      return "Nobody is on the roster.";
    }
    if (crews.keySet().stream().noneMatch(traits -> traits.fitBrand(last))) {
      return "Nobody answers for %s.".formatted(last.brand());
    }
    List<Traits> ofBrand = crews.keySet().stream().filter(traits -> traits.fitBrand(last)).toList();
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
    if (onTopic.stream().noneMatch(traits -> traits.fitLanguage(last))) {
      return "Nobody who answers for %s writes %s.".formatted(last.brand(), last.language());
    }
    return "Nobody who answers for %s has all of: %s%s."
        .formatted(
            last.brand(),
            last.skillsText(),
            last.language() == null ? "" : ", language " + last.language());
  }
}
