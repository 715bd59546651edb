package dev.switchboard.engine.routing;

import java.time.Duration;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cases that ask for the same, weigh the same, and may wait and be handled for about as long: so
 * the oldest is the one whose wait costs most. Exists while it has cases.
 */
final class CaseQueue {
  private static final double CLASSES_A_DOUBLING = 4;
  private static final int LONGEST_CLASS = 200;

  /**
   * What a queue's cases have in common besides what they ask for.
   *
   * @param allowed how long they may wait, and {@code handling} how long they take, in steps of 19
   *     %
   */
  record Key(int weight, int allowed, int handling) {
    static Key of(Routed routed) {
      return new Key(routed.weight, routed.allowedClass, routed.handlingClass);
    }
  }

  final Key key;
  final Demand demand;

  /** Its place in the arrays of its demand. */
  int place;

  final TreeSet<Routed> cases = new TreeSet<>(Routed.OLDEST_FIRST);

  /** How many of them may not be offered to somebody who had them before. */
  private int tried;

  CaseQueue(Key key, Demand demand, int place) {
    this.key = key;
    this.demand = demand;
    this.place = place;
  }

  void add(Routed routed) {
    cases.add(routed);
    tried += routed.tried().isEmpty() ? 0 : 1;
  }

  void remove(Routed routed) {
    cases.remove(routed);
    tried -= routed.tried().isEmpty() ? 0 : 1;
  }

  static int lengthClass(Duration length) {
    double seconds = Math.max(1, length.toSeconds());
    double doublings = StrictMath.log(seconds) / StrictMath.log(2);
    return Math.min(LONGEST_CLASS, (int) Math.round(doublings * CLASSES_A_DOUBLING));
  }

  /** Whether everybody who fits may be offered each of its cases. */
  boolean isForAll() {
    return tried == 0;
  }

  /** The oldest that this person, who has room for it, may be offered; null: none. */
  @Nullable Routed findFirstFor(Agent agent) {
    for (Routed routed : cases) {
      if (!routed.wasTried(agent.name)) {
        return routed;
      }
    }
    return null;
  }
}
