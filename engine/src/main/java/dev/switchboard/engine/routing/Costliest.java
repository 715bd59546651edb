package dev.switchboard.engine.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks through queues for the case that a person with room should have. */
final class Costliest {
  private final Agent agent;
  private final double now;

  @Nullable Routed best;
  double cost;

  /** How many cases they could have. */
  long cases;

  Costliest(Agent agent, Instant now) {
    this.agent = agent;
    this.now = DelayCost.seconds(now);
  }

  /**
   * Looks at all that this person, who is of a crew, may have now.
   *
   * @param relaxedService see {@link RoutingPolicy}
   */
  void look(Demands demands, Crew crew, double relaxedService) {
    demands.eachWaiting(
        crew,
        waiting -> {
          for (Demand demand : waiting) {
            if (demand.now.has(crew)) {
              look(demand, demand.asked.has(crew) ? 1 : relaxedService);
            }
          }
        });
  }

  /** Looks at the oldest of each queue, of which hardly any needs more than its figures. */
  private void look(Demand demand, double rate) {
    int size = demand.size();
    for (int i = 0; i < size; i++) {
      if (!agent.hasRoom(demand.weights[i])) {
        continue;
      }
      if (demand.restricted[i]) {
        lookFurther(demand.queues[i], rate);
        continue;
      }
      cases += demand.cases[i];
      double itsCost = rate * DelayCost.of(demand.since[i], demand.divisors[i], now);
      if (best == null || itsCost >= cost) {
        take(demand.queues[i].cases.first(), itsCost);
      }
    }
  }

  private void lookFurther(CaseQueue queue, double rate) {
    Routed first = queue.findFirstFor(agent);
    if (first != null) {
      cases += queue.cases.size();
      take(first, rate * DelayCost.of(first.sinceSeconds, first.costDivisor, now));
    }
  }

  private void take(Routed first, double itsCost) {
    if (best == null
        || itsCost > cost
        || itsCost == cost && Routed.OLDEST_FIRST.compare(first, best) < 0) {
      best = first;
      cost = itsCost;
    }
  }
}
