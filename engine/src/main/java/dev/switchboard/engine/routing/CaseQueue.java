package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cases that ask for the same, weigh the same, and may wait and be handled for about as long: so
 * the oldest is the one whose wait costs most.
 */
final class CaseQueue {
  private static final double CLASSES_A_DOUBLING = 4;
  private static final int LONGEST_CLASS = 200;

  /**
   * What a queue's cases have in common.
   *
   * @param asked what they asked for, {@code now} what they ask for now, and {@code last} when they
   *     ask for as little as they may; all without the kind, of which only the weight matters
   * @param allowed how long they may wait, and {@code handling} how long they take, in steps of 19
   *     %
   */
  record Key(Needs asked, Needs now, Needs last, int weight, int allowed, int handling) {}

  final Key key;
  final TreeSet<Routed> cases = new TreeSet<>(Routed.OLDEST_FIRST);

  /** The first of them, which is asked for most often; null: none. */
  private @Nullable Routed oldest;

  /** Who fits the cases as they are, and at last; each crew has members. */
  final List<Crew> crews = new ArrayList<>();

  final List<Crew> atLast = new ArrayList<>();

  /** How many crews of {@link #atLast} have somebody there. */
  int crewsThere;

  CaseQueue(Key key) {
    this.key = key;
  }

  void add(Routed routed) {
    cases.add(routed);
    oldest = cases.first();
  }

  void remove(Routed routed) {
    cases.remove(routed);
    oldest = cases.isEmpty() ? null : cases.first();
  }

  static int lengthClass(Duration length) {
    double seconds = Math.max(1, length.toSeconds());
    double doublings = StrictMath.log(seconds) / StrictMath.log(2);
    return Math.min(LONGEST_CLASS, (int) Math.round(doublings * CLASSES_A_DOUBLING));
  }

  /** The oldest that this person may be offered; null: none. They fit the queue's cases. */
  @Nullable Routed findFirstFor(Agent agent) {
    if (oldest == null || !agent.hasRoom(key.weight())) {
      return null;
    }
    if (!oldest.wasTried(agent.name)) {
      return oldest;
    }
    for (Routed routed : cases) {
      if (!routed.wasTried(agent.name)) {
        return routed;
      }
    }
    return null;
  }

  /** Since when nobody who could take them has been there. Only while nobody is. */
  Instant nobodySince() {
    Instant last = Instant.MIN;
    for (Crew crew : atLast) {
      last = crew.emptySince.isAfter(last) ? crew.emptySince : last;
    }
    return last;
  }

  int people() {
    return atLast.stream().mapToInt(crew -> crew.members.size()).sum();
  }
}
