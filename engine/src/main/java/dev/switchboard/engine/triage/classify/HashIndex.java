package dev.switchboard.engine.triage.classify;

import java.util.Arrays;

/** From the 32-bit hash of a feature to a number, 0 or more. Open addressing, at most half full. */
final class HashIndex {
  private static final int ABSENT = -1;
  private static final int MIN_SLOTS = 64;

  private int[] keys = new int[MIN_SLOTS];
  private int[] values = new int[MIN_SLOTS];
  private int size;

  HashIndex() {
    Arrays.fill(values, ABSENT);
  }

  int size() {
    return size;
  }

  /** The number of a hash, or -1. */
  int find(int hash) {
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (values[slot] != ABSENT) {
      if (keys[slot] == hash) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
    }
    return ABSENT;
  }

  /** Adds to a number that starts at 0. */
  void add(int hash, int much) {
    put(hash, Math.max(0, find(hash)) + much);
  }

  void put(int hash, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (values[slot] != ABSENT && keys[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    size += values[slot] == ABSENT ? 1 : 0;
    keys[slot] = hash;
    values[slot] = value;
  }

  /** All hashes, ascending. */
  int[] hashes() {
    int[] hashes = new int[size];
    int at = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (values[slot] != ABSENT) {
        hashes[at++] = keys[slot];
      }
    }
    Arrays.sort(hashes);
    return hashes;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, ABSENT);
    size = 0;
    for (int slot = 0; slot < oldKeys.length; slot++) {
      if (oldValues[slot] != ABSENT) {
        put(oldKeys[slot], oldValues[slot]);
      }
    }
  }
}
