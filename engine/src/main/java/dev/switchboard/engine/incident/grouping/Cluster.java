package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a group's posts have in common: the terms of its centroid (their weights stand in {@link
 * Postings}) and what must be known to compare with it. Merged groups keep a cluster each, so that
 * a merge can be undone.
 */
final class Cluster {
  final long number;
  final @Nullable String language;
  long lastMillis;
  double squaredNorm;
  private int posts;
  private double sizeFactor = 1;
  private int[] terms = new int[8];
  private int size;

  Cluster(long number, @Nullable String language) {
    this.number = number;
    this.language = language;
  }

  int posts() {
    return posts;
  }

  void countPosts(int now, double sizeBonus) {
    posts = now;
    sizeFactor = 1 + sizeBonus * Math.log(Math.max(1, now));
  }

  /** What a product of vectors is to be multiplied with: the size's favour over the length. */
  double factor() {
    return squaredNorm > 0 ? sizeFactor / Math.sqrt(squaredNorm) : 0;
  }

  int size() {
    return size;
  }

  int term(int at) {
    return terms[at];
  }

  void add(int term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, size * 2);
    }
    terms[size++] = term;
  }

  /** All of them now. */
  int[] terms() {
    return Arrays.copyOf(terms, size);
  }

  void clear() {
    size = 0;
  }

  void remove(int term) {
    for (int i = 0; i < size; i++) {
      if (terms[i] == term) {
        size--;
        terms[i] = terms[size];
        return;
      }
    }
  }
}
