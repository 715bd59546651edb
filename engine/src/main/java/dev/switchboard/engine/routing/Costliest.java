package dev.switchboard.engine.routing;

import java.time.Instant;
import java.util.List;
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
   * Looks at the oldest of each queue, which this person serves at a rate of 0 to 1 of the full.
   */
  void look(List<CaseQueue> queues, double rate) {
    for (CaseQueue queue : queues) {
      Routed first = queue.findFirstFor(agent);
      if (first == null) {
        continue;
      }
      cases += queue.cases.size();
      double itsCost = rate * DelayCost.of(first, now);
      if (best == null
          || itsCost > cost
          || itsCost == cost && Routed.OLDEST_FIRST.compare(first, best) < 0) {
        best = first;
        cost = itsCost;
      }
    }
  }
}
