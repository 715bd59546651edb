package dev.switchboard.engine.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;

/** Those who are there, have room, and are not paused: by their load, and by their crews. */
final class Available {
  final TreeSet<Agent> leastLoadedFirst = new TreeSet<>(Agent.LEAST_LOADED);

  /** The numbers of the crews of which somebody is available. */
  final BitSet crews = new BitSet();

  /** By the crew's number. */
  private int[] people = new int[16];

  void add(Agent agent, Crew crew) {
    if (crew.available.add(agent)) {
      leastLoadedFirst.add(agent);
      if (crew.number >= people.length) {
        people = Arrays.copyOf(people, 2 * crew.number);
      }
      people[crew.number]++;
      crews.set(crew.number);
    }
  }

  void remove(Agent agent, Crew crew) {
    if (crew.available.remove(agent)) {
      leastLoadedFirst.remove(agent);
      if (--people[crew.number] == 0) {
        crews.clear(crew.number);
      }
    }
  }

  /** The numbers of the crews that fit and of which somebody is available. */
  BitSet of(Fitting fitting) {
    BitSet both = (BitSet) crews.clone();
    both.and(fitting.crews);
    return both;
  }

  /** How many people of these crews are available. */
  int people(BitSet ofCrews) {
    int sum = 0;
    for (int i = ofCrews.nextSetBit(0); i >= 0; i = ofCrews.nextSetBit(i + 1)) {
      sum += people[i];
    }
    return sum;
  }
}
