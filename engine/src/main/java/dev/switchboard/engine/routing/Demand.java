package dev.switchboard.engine.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The cases that asked for the same and ask for the same now, in queues of which each has the cases
 * that weigh the same and may wait and be handled for about as long.
 *
 * <p>What decides whose wait costs most stands in arrays, one entry for each queue, since whoever
 * is freed has thousands of queues looked through.
 */
final class Demand {
  private static final int FEW = 4;

  final StepDemands step;

  /** Who fit what the cases asked for, ask for now, and ask for when they ask for least. */
  final Fitting asked;

  final Fitting now;
  final Fitting last;

  /** Those that have cases. */
  private final Map<CaseQueue.Key, CaseQueue> byKey = new HashMap<>();

  CaseQueue[] queues = new CaseQueue[FEW];

  int[] weights = new int[FEW];

  /** How many cases. */
  int[] cases = new int[FEW];

  /** Whether somebody may not be offered some of them. */
  boolean[] restricted = new boolean[FEW];

  /** Of the oldest case, in seconds since 1970, and {@link Routed#costDivisor}. */
  double[] since = new double[FEW];

  double[] divisors = new double[FEW];

  /** Where it stands among the demands of its step that have cases; -1: it has none. */
  int place = -1;

  Demand(StepDemands step, Fitting asked, Fitting now, Fitting last) {
    this.step = step;
    this.asked = asked;
    this.now = now;
    this.last = last;
  }

  /** How many queues there are. */
  int size() {
    return byKey.size();
  }

  Iterable<CaseQueue> queues() {
    return byKey.values();
  }

  void add(Routed routed) {
    CaseQueue.Key key = CaseQueue.Key.of(routed);
    CaseQueue queue = byKey.get(key);
    if (queue == null) {
      queue = open(key);
    }
    queue.add(routed);
    routed.queue = queue;
    put(queue);
  }

  private CaseQueue open(CaseQueue.Key key) {
    int at = byKey.size();
    CaseQueue queue = new CaseQueue(key, this, at);
    if (at == queues.length) {
      queues = Arrays.copyOf(queues, 2 * at);
      weights = Arrays.copyOf(weights, 2 * at);
      cases = Arrays.copyOf(cases, 2 * at);
      restricted = Arrays.copyOf(restricted, 2 * at);
      since = Arrays.copyOf(since, 2 * at);
      divisors = Arrays.copyOf(divisors, 2 * at);
    }
    byKey.put(key, queue);
    return queue;
  }

  void remove(Routed routed, CaseQueue queue) {
    queue.remove(routed);
    routed.queue = null;
    if (queue.cases.isEmpty()) {
      byKey.remove(queue.key);
      CaseQueue moved = queues[byKey.size()];
      if (moved != queue) {
        moved.place = queue.place;
        put(moved);
      }
    } else {
      put(queue);
    }
  }

  private void put(CaseQueue queue) {
    int at = queue.place;
    Routed oldest = queue.cases.first();
    queues[at] = queue;
    weights[at] = queue.key.weight();
    cases[at] = queue.cases.size();
    restricted[at] = !queue.isForAll();
    since[at] = oldest.sinceSeconds;
    divisors[at] = oldest.costDivisor;
  }
}
