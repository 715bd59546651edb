package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is true of a floor, kept as plainly as can be: who is there, and where each case is. */
final class FloorModel {
  final CaseWeights weights;
  final Eligibility eligibility;
  final TreeMap<String, Worker> roster = new TreeMap<>();
  final Map<String, Instant> presenceSince = new HashMap<>();
  final Map<String, Integer> unanswered = new HashMap<>();
  final Map<String, Integer> unseen = new HashMap<>();
  final Map<String, Instant> pausedUntil = new HashMap<>();
  final TreeMap<Long, Case> cases = new TreeMap<>();

  /** A case that is open. */
  static final class Case {
    WaitingCase waiting;
    @Nullable String offeredTo;
    @Nullable String heldBy;
    boolean unroutable;
    final Map<String, Instant> notTo = new HashMap<>();

    Case(WaitingCase waiting) {
      this.waiting = waiting;
    }

    boolean isWith(String agent) {
      return agent.equals(offeredTo) || agent.equals(heldBy);
    }
  }

  FloorModel(CaseWeights weights) {
    this.weights = weights;
    eligibility = new Eligibility(weights);
  }

  Case getCase(long id) {
    Case known = cases.get(id);
    if (known == null) {
      throw new AssertionError("a decision about case " + id + ", which is not open");
    }
    return known;
  }

  Worker getWorker(String name) {
    Worker known = roster.get(name);
    if (known == null) {
      throw new AssertionError(name + " is not on the roster");
    }
    return known;
  }

  Stream<Case> with(String agent) {
    return cases.values().stream().filter(one -> one.isWith(agent));
  }

  int load(String agent) {
    return with(agent).mapToInt(one -> weights.of(one.waiting.needs().kind())).sum();
  }

  boolean isThere(String agent) {
    Worker worker = roster.get(agent);
    return worker != null && worker.presence() == Presence.WORKING;
  }

  private Limits limits(Worker worker, Presence presence, boolean emptyHanded) {
    List<CaseWeights.Held> held = new ArrayList<>();
    if (!emptyHanded) {
      with(worker.name())
          .forEach(one -> held.add(new CaseWeights.Held(one.waiting.needs().kind(), 1)));
    }
    return new Limits(
        worker.name(),
        worker.capacity(),
        held,
        worker.brands(),
        worker.volunteer(),
        worker.certified(),
        presence);
  }

  /** Whether they may be offered a case that asks for this, leaving aside what they declined. */
  boolean mayTakeNow(Worker worker, Needs needs) {
    return eligibility.reasons(limits(worker, worker.presence(), false), wanted(needs)).isEmpty()
        && canDo(worker, needs);
  }

  /** Whether they could, were they there with empty hands. */
  boolean couldEver(Worker worker, Needs needs) {
    return eligibility.reasons(limits(worker, Presence.WORKING, true), wanted(needs)).isEmpty()
        && canDo(worker, needs);
  }

  private static Wanted wanted(Needs needs) {
    return new Wanted(needs.brand(), needs.kind(), needs.topic());
  }

  private static boolean canDo(Worker worker, Needs needs) {
    boolean writes =
        needs.language() == null
            || worker.languages().isEmpty()
            || worker.languages().contains(needs.language());
    Map<String, Integer> levels = new HashMap<>();
    for (Skill skill : worker.skills()) {
      levels.put(skill.name(), skill.level());
    }
    return writes
        && needs.who().has(Traits.of(worker).actor())
        && needs.skills().stream()
            .allMatch(skill -> levels.getOrDefault(skill.name(), 0) >= skill.level());
  }
}
