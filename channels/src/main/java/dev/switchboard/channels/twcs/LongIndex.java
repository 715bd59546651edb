package dev.switchboard.channels.twcs;

import java.util.Arrays;

/**
 * Numbers 64-bit ids from 0 in the order in which they are first seen. Open addressing in two
 * primitive arrays: about 20 bytes an id.
 */
final class LongIndex {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final int NONE = -1;

  private long[] ids = new long[FIRST_SLOTS];
  private int[] numbers = filled(FIRST_SLOTS);
  private int size;

  int size() {
    return size;
  }

  /** The number of an id, given to it now if it has none. */
  int add(long id) {
    int slot = slot(id);
    if (numbers[slot] != NONE) {
      return numbers[slot];
    }
    ids[slot] = id;
    numbers[slot] = size++;
    int number = numbers[slot];
    if (size > ids.length / 5 * 3) {
      grow();
    }
    return number;
  }

  /** The number of an id, or -1. */
  int find(long id) {
    return numbers[slot(id)];
  }

  private int slot(long id) {
    int mask = ids.length - 1;
    long mixed = id * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed ^ mixed >>> 32) & mask;
    while (numbers[slot] != NONE && ids[slot] != id) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldIds = ids;
    int[] oldNumbers = numbers;
    ids = new long[oldIds.length * 2];
    numbers = filled(ids.length);
    for (int i = 0; i < oldIds.length; i++) {
      if (oldNumbers[i] != NONE) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int[] filled(int length) {
    int[] numbers = new int[length];
    Arrays.fill(numbers, NONE);
    return numbers;
  }
}
