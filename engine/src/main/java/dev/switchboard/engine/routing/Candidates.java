package dev.switchboard.engine.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be offered a case now. Costs a look at each crew that fits, and at each person of it who
 * has room only where the case is heavy or was declined.
 *
 * @param people how many
 * @param first the least loaded first; at most {@value Why#MAX_NAMES}
 */
record Candidates(int people, List<Agent> first) {

  static Candidates of(CaseQueue queue, Routed routed) {
    boolean all = routed.weight == 1 && routed.tried().isEmpty();
    int people = 0;
    List<Agent> first = new ArrayList<>(Why.MAX_NAMES + 1);
    for (Crew crew : queue.crews) {
      if (crew.available.isEmpty()) {
        continue;
      }
      int seen = 0;
      for (Agent agent : crew.available) {
        if (all && seen == Why.MAX_NAMES) {
          break;
        }
        if (all || agent.hasRoom(routed.weight) && !routed.wasTried(agent.name)) {
          seen++;
          insert(first, agent);
        }
      }
      people += all ? crew.available.size() : seen;
    }
    return new Candidates(people, first);
  }

  private static void insert(List<Agent> first, Agent agent) {
    int at = first.size();
    while (at > 0 && Agent.LEAST_LOADED.compare(agent, first.get(at - 1)) < 0) {
      at--;
    }
    if (at < Why.MAX_NAMES) {
      first.add(at, agent);
      if (first.size() > Why.MAX_NAMES) {
        first.removeLast();
      }
    }
  }

  @Nullable Agent leastLoaded() {
    return first.isEmpty() ? null : first.getFirst();
  }

  /** Why one of them, or a person whom a rule lets have it all the same, was chosen. */
  Why why(Agent chosen, boolean fits, Rule rule) {
    List<String> names = new ArrayList<>(first.stream().map(agent -> agent.name).toList());
    if (!names.contains(chosen.name)) {
      names.addFirst(chosen.name);
    }
    int count = fits ? people : people + 1;
    return new Why(
        chosen.name,
        Math.max(count, 1),
        names.subList(0, Math.min(names.size(), Why.MAX_NAMES)),
        rule);
  }
}
