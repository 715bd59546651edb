package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.process.MayTake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What cases ask for at each step of their wait, and who fits it. */
final class Demands {
  /** So many are kept while nobody asks for them, so that who fits need not be asked again. */
  private static final int MAX_IDLE = 8_192;

  private static final CaseWeights.Kind ANY_KIND = new CaseWeights.Kind("", false);

  private final RoutingPolicy policy;
  private final Crews crews;

  /** By what was asked for, one for each step. Of cases that wait, and {@value #MAX_IDLE} more. */
  private final Map<Needs, List<Demand>> byAsked = new HashMap<>();

  /** By whom steps let take their cases; few. */
  private final Map<MayTake, StepDemands> byWho = new HashMap<>();

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
    StepDemands step = byWho.computeIfAbsent(asked.who(), who -> new StepDemands(who, crews));
    Fitting first = step.fitting(asked);
    Fitting last = step.fitting(policy.relaxed(asked, policy.relaxations().size()));
    List<Demand> steps = new ArrayList<>();
    for (int i = 0; i <= policy.relaxations().size(); i++) {
      Fitting now = step.fitting(policy.relaxed(asked, i));
      Demand before = steps.isEmpty() ? null : steps.getLast();
      steps.add(before != null && before.now == now ? before : new Demand(step, first, now, last));
    }
    byAsked.put(asked, steps);
    steps.forEach(Demands::known);
    return steps;
  }

  private static void known(Demand demand) {
    demand.now.demands.add(demand);
    demand.last.demands.add(demand);
  }

  private void forgetIdle() {
    byAsked.values().removeIf(steps -> steps.stream().allMatch(demand -> demand.size() == 0));
    for (StepDemands step : byWho.values()) {
      step.fittings.values().forEach(fitting -> fitting.demands.clear());
    }
    byAsked.values().forEach(steps -> steps.forEach(Demands::known));
    for (StepDemands step : byWho.values()) {
      step.fittings.values().removeIf(fitting -> fitting.demands.isEmpty());
    }
    byWho.values().removeIf(step -> step.fittings.isEmpty());
  }

  void join(Crew crew) {
    byWho.values().forEach(step -> step.join(crew));
  }

  void forget(Crew crew) {
    byWho.values().forEach(step -> step.forget(crew));
  }

  /** Does something with each that people of a crew fit. */
  void eachFitting(Crew crew, Consumer<Fitting> action) {
    for (StepDemands step : byWho.values()) {
      if (step.lets(crew)) {
        for (Fitting fitting : step.fittings.values()) {
          if (fitting.has(crew)) {
            action.accept(fitting);
          }
        }
      }
    }
  }

  /** Those that have cases, of the steps that let people of a crew take them. */
  void eachWaiting(Crew crew, Consumer<List<Demand>> action) {
    for (StepDemands step : byWho.values()) {
      if (step.lets(crew)) {
        action.accept(step.waiting);
      }
    }
  }

  void add(Routed routed, Demand demand) {
    demand.step.add(routed, demand);
  }

  void remove(Routed routed, CaseQueue queue) {
    queue.demand.step.remove(routed, queue);
  }
}
