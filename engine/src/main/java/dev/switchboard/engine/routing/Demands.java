package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What cases ask for at each step of their wait, and who fits it. */
final class Demands {
  /** So many are kept while nobody asks for them, so that who fits need not be asked again. */
  private static final int MAX_IDLE = 8_192;

  private static final CaseWeights.Kind ANY_KIND = new CaseWeights.Kind("", false);

  private final RoutingPolicy policy;
  private final Crews crews;

  /** By what was asked for, one for each step. Of cases that wait, and {@value #MAX_IDLE} more. */
  private final Map<Needs, List<Demand>> byAsked = new HashMap<>();

  private final Map<Needs, Fitting> fittings = new HashMap<>();

  /** Those that have cases. */
  private final List<Demand> waiting = new ArrayList<>();

  private int forgetAt = MAX_IDLE;

  Demands(RoutingPolicy policy, Crews crews) {
    this.policy = policy;
    this.crews = crews;
  }

  /** That of a case as it is now, whether or not it waits there. Its kind matters by its weight. */
  Demand of(Routed routed) {
    Needs asked = routed.waiting().needs().withKind(ANY_KIND);
    List<Demand> steps = byAsked.get(asked);
    return (steps == null ? open(asked) : steps).get(routed.step);
  }

  private List<Demand> open(Needs asked) {
    if (byAsked.size() >= forgetAt) {
      forgetIdle();
      forgetAt = Math.max(MAX_IDLE, 2 * byAsked.size());
    }
    Fitting first = fitting(asked);
    Fitting last = fitting(policy.relaxed(asked, policy.relaxations().size()));
    List<Demand> steps = new ArrayList<>();
    for (int i = 0; i <= policy.relaxations().size(); i++) {
      Fitting now = fitting(policy.relaxed(asked, i));
      Demand before = steps.isEmpty() ? null : steps.getLast();
      steps.add(before != null && before.now == now ? before : new Demand(first, now, last));
    }
    byAsked.put(asked, steps);
    steps.forEach(Demands::known);
    return steps;
  }

  private static void known(Demand demand) {
    demand.now.demands.add(demand);
    demand.last.demands.add(demand);
  }

  private Fitting fitting(Needs needs) {
    return fittings.computeIfAbsent(needs, key -> new Fitting(key, crews));
  }

  private void forgetIdle() {
    byAsked.values().removeIf(steps -> steps.stream().allMatch(demand -> demand.size() == 0));
    fittings.values().forEach(fitting -> fitting.demands.clear());
    byAsked.values().forEach(steps -> steps.forEach(Demands::known));
    fittings.values().removeIf(fitting -> fitting.demands.isEmpty());
  }

  Collection<Fitting> fittings() {
    return Collections.unmodifiableCollection(fittings.values());
  }

  /** Those that have cases, in no order. */
  List<Demand> waiting() {
    return Collections.unmodifiableList(waiting);
  }

  void add(Routed routed, Demand demand) {
    demand.add(routed);
    if (demand.place < 0) {
      demand.place = waiting.size();
      waiting.add(demand);
    }
  }

  void remove(Routed routed, CaseQueue queue) {
    Demand demand = queue.demand;
    demand.remove(routed, queue);
    if (demand.size() == 0) {
      Demand moved = waiting.removeLast();
      if (moved != demand) {
        waiting.set(demand.place, moved);
        moved.place = demand.place;
      }
      demand.place = -1;
    }
  }
}
