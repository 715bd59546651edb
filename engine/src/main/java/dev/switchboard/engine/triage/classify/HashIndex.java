package dev.switchboard.engine.triage.classify;

import java.util.Arrays;

/**
 * From the 32-bit hash of a feature to a number, 0 or more. Open addressing, at most half full; the
 * hash and the number share one long, so that a look-up touches one cache line.
 */
final class HashIndex {
  private static final int ABSENT = -1;
  private static final int MIN_SLOTS = 64;

  /** Hash above, number + 1 below; 0 is empty. */
  private long[] slots = new long[MIN_SLOTS];

  private int size;

  int size() {
    return size;
  }

  /** The number of a hash, or -1. */
  int find(int hash) {
    int mask = slots.length - 1;
    int at = hash & mask;
    long slot = slots[at];
    while (slot != 0) {
      if ((int) (slot >>> 32) == hash) {
        return (int) slot - 1;
      }
      at = at + 1 & mask;
      slot = slots[at];
    }
    return ABSENT;
  }

  /** Adds to a number that starts at 0. */
  void add(int hash, int much) {
    put(hash, Math.max(0, find(hash)) + much);
  }

  void put(int hash, int value) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int mask = slots.length - 1;
    int at = hash & mask;
    while (slots[at] != 0 && (int) (slots[at] >>> 32) != hash) {
      at = at + 1 & mask;
    }
    size += slots[at] == 0 ? 1 : 0;
    slots[at] = (long) hash << 32 | value + 1;
  }

  /** All hashes, ascending. */
  int[] hashes() {
    int[] hashes = new int[size];
    int count = 0;
    for (long slot : slots) {
      if (slot != 0) {
        hashes[count++] = (int) (slot >>> 32);
      }
    }
    Arrays.sort(hashes);
    return hashes;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (long slot : old) {
      if (slot != 0) {
        put((int) (slot >>> 32), (int) slot - 1);
      }
    }
  }
}
