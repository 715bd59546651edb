package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;

/**
 * The clusters in which one term stands, with its weight and in how many of their posts it stood.
 */
final class Postings {
  private static final int FIRST_CAPACITY = 2;

  private int[] slot = new int[FIRST_CAPACITY];
  private float[] weight = new float[FIRST_CAPACITY];
  private int[] posts = new int[FIRST_CAPACITY];
  private int size;
  private long sum;
  private long sumOfSquares;

  int size() {
    return size;
  }

  int slot(int at) {
    return slot[at];
  }

  float weight(int at) {
    return weight[at];
  }

  int posts(int at) {
    return posts[at];
  }

  /**
   * How much the term keeps to one cluster: 1 if it stands in one only, 1/n if evenly in n
   * (Herfindahl's index of its posts over clusters); 1 if it stands in none.
   */
  double concentration() {
    return size <= 1 ? 1 : (double) sumOfSquares / ((double) sum * sum);
  }

  /** Where a cluster stands, or -1. */
  int find(int wanted) {
    int[] slots = slot;
    for (int i = 0; i < size; i++) {
      if (slots[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Adds a cluster that does not stand here yet. */
  void add(int newSlot, float newWeight, int newPosts) {
    if (size == slot.length) {
      slot = Arrays.copyOf(slot, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      posts = Arrays.copyOf(posts, size * 2);
    }
    slot[size] = newSlot;
    weight[size] = newWeight;
    posts[size] = newPosts;
    size++;
    count(newPosts, 1);
  }

  /** Gives the entry at a place another weight and number of posts. */
  void set(int at, float newWeight, int newPosts) {
    count(posts[at], -1);
    weight[at] = newWeight;
    posts[at] = newPosts;
    count(newPosts, 1);
  }

  void remove(int at) {
    count(posts[at], -1);
    size--;
    slot[at] = slot[size];
    weight[at] = weight[size];
    posts[at] = posts[size];
    if (size >= FIRST_CAPACITY && size * 4 < slot.length) {
      slot = Arrays.copyOf(slot, size * 2);
      weight = Arrays.copyOf(weight, size * 2);
      posts = Arrays.copyOf(posts, size * 2);
    }
  }

  private void count(int number, int sign) {
    sum += sign * number;
    sumOfSquares += sign * (long) number * number;
  }
}
