package dev.switchboard.engine.incident.grouping;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clusters that take posts in, each in a slot, in the order in which they were last joined. The
 * quietest goes when it was silent for longer than the window, or when its slot is needed.
 */
final class Clusters {
  private static final int NONE = -1;

  private final int maxClusters;
  private final Terms terms;
  private @Nullable Cluster[] cluster = new @Nullable Cluster[64];
  private double[] factor = new double[64];
  private int[] before = new int[64];
  private int[] after = new int[64];
  private final Map<Long, Integer> slots = new HashMap<>();
  private final ArrayDeque<Integer> free = new ArrayDeque<>();
  private int used;
  private int quietest = NONE;
  private int latest = NONE;

  Clusters(int maxClusters, Terms terms) {
    this.maxClusters = maxClusters;
    this.terms = terms;
  }

  int size() {
    return slots.size();
  }

  /** All slots are below this; some of them are empty. */
  int end() {
    return used;
  }

  Cluster get(int slot) {
    Cluster there = cluster[slot];
    if (there == null) {
      throw new IllegalStateException("slot " + slot + " is empty");
    }
    return there;
  }

  /** {@link Cluster#factor} as it was when last settled; near at hand for the matcher. */
  double factor(int slot) {
    return factor[slot];
  }

  /** Call after a cluster's weights or number of posts have changed. */
  void settle(int slot) {
    factor[slot] = get(slot).factor();
  }

  /** The slot of a cluster, or -1 if it takes nothing in any more. */
  int find(long number) {
    return slots.getOrDefault(number, NONE);
  }

  /** The slot joined longest ago, or -1. */
  int quietest() {
    return quietest;
  }

  /** The slot joined next after this one, or -1. */
  int after(int slot) {
    return after[slot];
  }

  /** Removes those that nothing joined since before {@code sinceMillis}. */
  void expire(long sinceMillis) {
    while (quietest != NONE && get(quietest).lastMillis < sinceMillis) {
      remove(quietest);
    }
  }

  /** Puts a cluster in a slot, as the one joined last. */
  int add(Cluster added) {
    if (slots.size() >= maxClusters) {
      remove(quietest);
    }
    Integer reused = free.poll();
    int slot = reused == null ? used++ : reused;
    if (slot == cluster.length) {
      cluster = Arrays.copyOf(cluster, slot * 2);
      factor = Arrays.copyOf(factor, slot * 2);
      before = Arrays.copyOf(before, slot * 2);
      after = Arrays.copyOf(after, slot * 2);
    }
    cluster[slot] = added;
    slots.put(added.number, slot);
    append(slot);
    return slot;
  }

  /** Something joined it now. */
  void touch(int slot, long nowMillis) {
    get(slot).lastMillis = nowMillis;
    if (slot != latest) {
      unlink(slot);
      append(slot);
    }
  }

  private void remove(int slot) {
    Cluster gone = get(slot);
    for (int i = 0; i < gone.size(); i++) {
      int term = gone.term(i);
      Postings postings = terms.postingsOrNew(term);
      postings.remove(postings.find(slot));
      if (postings.size() == 0) {
        terms.dropPostings(term);
      }
    }
    unlink(slot);
    slots.remove(gone.number);
    cluster[slot] = null;
    free.add(slot);
  }

  private void append(int slot) {
    before[slot] = latest;
    after[slot] = NONE;
    if (latest == NONE) {
      quietest = slot;
    } else {
      after[latest] = slot;
    }
    latest = slot;
  }

  private void unlink(int slot) {
    int left = before[slot];
    int right = after[slot];
    if (left == NONE) {
      quietest = right;
    } else {
      after[left] = right;
    }
    if (right == NONE) {
      latest = left;
    } else {
      before[right] = left;
    }
  }
}
