package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last posts that repeat no other, so that repetitions are known. Candidates share one of four
 * min-hashes of two terms each (Broder 1997): a copy with a share of .8 of its terms in common is
 * found with a probability of .98. The newest of two with the same min-hash hides the other.
 */
final class RecentPosts {
  private static final int KEYS = 4;
  private static final int NONE = -1;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /** A post that repeats no other. */
  record Original(String id, long cluster, int[] terms) {}

  private final int maxPosts;
  private final long windowMillis;
  private final int mask;
  private final @Nullable Original[] posts;
  private final long[] lastMillis;

  /** A min-hash, and the low half of one more than the post's number; 0 where there is none. */
  private final long[] table;

  private final int[] key = new int[KEYS];
  private long added;
  private int found = NONE;
  private double overlap;

  RecentPosts(int maxPosts, long windowMillis) {
    this.maxPosts = maxPosts;
    this.windowMillis = windowMillis;
    this.posts = new @Nullable Original[maxPosts];
    this.lastMillis = new long[maxPosts];
    this.table = new long[KEYS * Integer.highestOneBit(Math.max(2, maxPosts) * 2 - 1)];
    this.mask = table.length / KEYS - 1;
  }

  long added() {
    return added;
  }

  int size() {
    return (int) Math.min(added, maxPosts);
  }

  /** The terms of a post as they are compared: distinct, ascending. */
  static int[] sorted(PostTerms post) {
    int[] terms = new int[post.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = (int) post.hash(i);
    }
    Arrays.sort(terms);
    return terms;
  }

  /**
   * The original that shares most terms with a post, and at least a given share of those of both
   * together, or null.
   */
  @Nullable Original find(int[] terms, double leastOverlap, long nowMillis) {
    found = NONE;
    overlap = 0;
    hash(terms);
    for (int k = 0; k < KEYS; k++) {
      long age = age(table[place(k)], key[k]);
      boolean there = age != NONE && age <= maxPosts;
      int place = there ? (int) ((added - age) % maxPosts) : 0;
      Original post = there ? posts[place] : null;
      if (post != null && nowMillis - lastMillis[place] <= windowMillis) {
        double share = overlap(terms, post.terms());
        if (share >= leastOverlap && share > overlap) {
          found = place;
          overlap = share;
        }
      }
    }
    return found == NONE ? null : posts[found];
  }

  /** The share of terms that the post found last has in common. */
  double overlap() {
    return overlap;
  }

  /** The post found last was repeated now. */
  void touchFound(long nowMillis) {
    lastMillis[found] = nowMillis;
  }

  void add(Original post, long nowMillis) {
    int place = (int) (added % maxPosts);
    posts[place] = post;
    lastMillis[place] = nowMillis;
    hash(post.terms());
    for (int k = 0; k < KEYS; k++) {
      table[place(k)] = (long) key[k] << Integer.SIZE | added + 1 & LOW_HALF;
    }
    added++;
  }

  /** The i-th of the posts, the oldest first. */
  Original get(int i) {
    Original post = posts[place(i, added)];
    if (post == null) {
      throw new IllegalStateException("there is no post " + i);
    }
    return post;
  }

  long lastMillis(int i) {
    return lastMillis[place(i, added)];
  }

  /** Before a restore: the first post added next was the {@code earlier}-th. */
  void skip(long earlier) {
    added = earlier;
  }

  /**
   * How many posts ago the one was added that stands in a place under this min-hash; none if there
   * is one that shares the place.
   */
  private long age(long entry, int minHash) {
    boolean same = entry != 0 && (int) (entry >>> Integer.SIZE) == minHash;
    return same ? added + 1 - entry & LOW_HALF : NONE;
  }

  private int place(int i, long upTo) {
    return (int) ((upTo - size() + i) % maxPosts);
  }

  private int place(int k) {
    return k * (mask + 1) + (key[k] & mask);
  }

  /** The two smallest of the terms' hashes, under four hash functions. */
  private void hash(int[] terms) {
    for (int k = 0; k < KEYS; k++) {
      int odd = 0x9E3779B1 + 2 * k * 0x61C88647;
      int smallest = Integer.MAX_VALUE;
      int next = Integer.MAX_VALUE;
      for (int term : terms) {
        int h = term * odd;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        if (h < smallest) {
          next = smallest;
          smallest = h;
        } else if (h < next) {
          next = h;
        }
      }
      int pair = smallest * 31 + next;
      key[k] = pair ^ pair >>> 16;
    }
  }

  private static double overlap(int[] a, int[] b) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    int either = a.length + b.length - common;
    return either == 0 ? 0 : (double) common / either;
  }
}
