package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.MayTake;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be offered a case now. Costs a look at each crew that fits and has somebody available,
 * and at each such person only where the case is heavy or was declined.
 *
 * @param people how many
 * @param first the least loaded first; at most {@value Why#MAX_NAMES}
 * @param who whom the flow lets take it; all of these are among them
 */
record Candidates(int people, List<Agent> first, MayTake who) {

  static Candidates of(Fitting fitting, Routed routed, Floor floor) {
    MayTake who = fitting.needs.who();
    BitSet crews = floor.available.of(fitting);
    List<Agent> first = new ArrayList<>(Why.MAX_NAMES + 1);
    if (routed.weight > 1 || !routed.tried().isEmpty()) {
      return new Candidates(lookAtEach(crews, routed, floor, first), first, who);
    }
    int people = floor.available.people(crews);
    long walk = (long) Why.MAX_NAMES * floor.available.leastLoadedFirst.size();
    if (walk < (long) people * crews.cardinality()) {
      walk(crews, floor, first);
    } else {
      lookAtFirst(crews, floor, first);
    }
    return new Candidates(people, first, who);
  }

  private static int lookAtEach(BitSet crews, Routed routed, Floor floor, List<Agent> first) {
    int people = 0;
    for (int i = crews.nextSetBit(0); i >= 0; i = crews.nextSetBit(i + 1)) {
      for (Agent agent : floor.crews.get(i).available) {
        if (agent.hasRoom(routed.weight) && !routed.wasTried(agent.name)) {
          people++;
          insert(first, agent);
        }
      }
    }
    return people;
  }

  /** Where many fit, the first of all available people are soon found to be of these crews. */
  private static void walk(BitSet crews, Floor floor, List<Agent> first) {
    for (Agent agent : floor.available.leastLoadedFirst) {
      if (agent.crew != null && crews.get(agent.crew.number)) {
        first.add(agent);
        if (first.size() == Why.MAX_NAMES) {
          return;
        }
      }
    }
  }

  private static void lookAtFirst(BitSet crews, Floor floor, List<Agent> first) {
    for (int i = crews.nextSetBit(0); i >= 0; i = crews.nextSetBit(i + 1)) {
      int seen = 0;
      for (Agent agent : floor.crews.get(i).available) {
        insert(first, agent);
        if (++seen == Why.MAX_NAMES) {
          break;
        }
      }
    }
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
        rule,
        who);
  }
}
