package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;

/** Changes what clusters know: adds a post to a centroid, takes one out, compares two. */
final class Centroids {
  private final GroupingSettings settings;
  private final Terms terms;
  private final Clusters clusters;

  Centroids(GroupingSettings settings, Terms terms, Clusters clusters) {
    this.settings = settings;
    this.terms = terms;
    this.clusters = clusters;
  }

  /** Adds a post's vector. */
  void add(int slot, PostVector post) {
    Cluster cluster = clusters.get(slot);
    double squares = cluster.squaredNorm;
    for (int i = 0; i < post.size(); i++) {
      Postings postings = terms.postingsOrNew(post.term(i));
      int at = postings.find(slot);
      float old = at < 0 ? 0 : postings.weight(at);
      float now = old + post.weight(i);
      if (at < 0) {
        postings.add(slot, now, 1);
        cluster.add(post.term(i));
      } else {
        postings.set(at, now, postings.posts(at) + 1);
      }
      squares += (double) now * now - (double) old * old;
    }
    cluster.squaredNorm = squares;
    cluster.countPosts(cluster.posts() + 1, settings.sizeBonus());
    clusters.settle(slot);
    if (cluster.size() > settings.maxTermsPerGroup()) {
      prune(slot);
    }
  }

  /** Takes a post's vector out, as far as it is there. */
  void subtract(int slot, PostVector post) {
    Cluster cluster = clusters.get(slot);
    for (int i = 0; i < post.size(); i++) {
      int term = post.term(i);
      Postings postings = terms.postings(term);
      int at = postings == null ? -1 : postings.find(slot);
      if (postings != null && at >= 0) {
        if (postings.posts(at) == 1) {
          drop(slot, term);
        } else {
          float now = Math.max(Float.MIN_NORMAL, postings.weight(at) - post.weight(i));
          postings.set(at, now, postings.posts(at) - 1);
        }
      }
    }
    cluster.countPosts(Math.max(1, cluster.posts() - 1), settings.sizeBonus());
    measure(slot);
  }

  /** The cosine of two centroids, 0 to 1. */
  double cosine(int one, int other) {
    Cluster a = clusters.get(one);
    Cluster b = clusters.get(other);
    double product = 0;
    for (int i = 0; i < a.size(); i++) {
      Postings postings = terms.postingsOrNew(a.term(i));
      int at = postings.find(other);
      if (at >= 0) {
        product += (double) postings.weight(postings.find(one)) * postings.weight(at);
      }
    }
    double lengths = Math.sqrt(a.squaredNorm * b.squaredNorm);
    return lengths > 0 ? Math.min(1, product / lengths) : 0;
  }

  /** Forgets the lighter half of the terms; of equals those that come first by hash. */
  private void prune(int slot) {
    Cluster cluster = clusters.get(slot);
    int[] known = cluster.terms();
    long[] keys = new long[known.length];
    for (int i = 0; i < known.length; i++) {
      // The bits of positive floats are in the order of the floats.
      long bits = Float.floatToIntBits(weight(slot, known[i]));
      keys[i] = bits << Integer.SIZE | terms.hash(known[i]) >>> Integer.SIZE;
    }
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    long least = sorted[sorted.length / 2];
    cluster.clear();
    for (int i = 0; i < known.length; i++) {
      if (keys[i] < least) {
        dropPosting(slot, known[i]);
      } else {
        cluster.add(known[i]);
      }
    }
    measure(slot);
  }

  private float weight(int slot, int term) {
    Postings postings = terms.postingsOrNew(term);
    return postings.weight(postings.find(slot));
  }

  private void drop(int slot, int term) {
    dropPosting(slot, term);
    clusters.get(slot).remove(term);
  }

  private void dropPosting(int slot, int term) {
    Postings postings = terms.postingsOrNew(term);
    postings.remove(postings.find(slot));
    if (postings.size() == 0) {
      terms.dropPostings(term);
    }
  }

  private void measure(int slot) {
    Cluster cluster = clusters.get(slot);
    double squares = 0;
    for (int i = 0; i < cluster.size(); i++) {
      double weight = weight(slot, cluster.term(i));
      squares += weight * weight;
    }
    cluster.squaredNorm = squares;
    clusters.settle(slot);
  }
}
