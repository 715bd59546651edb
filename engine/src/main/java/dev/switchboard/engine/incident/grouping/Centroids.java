package dev.switchboard.engine.incident.grouping;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Forgets the lightest quarter of the terms; of equals those that come first by hash. */
  private void prune(int slot) {
    Cluster cluster = clusters.get(slot);
    List<Integer> lightest =
        IntStream.range(0, cluster.size())
            .mapToObj(cluster::term)
            .sorted(
                Comparator.comparingDouble((Integer term) -> weight(slot, term))
                    .thenComparingLong(terms::hash))
            .limit(cluster.size() / 4)
            .toList();
    lightest.forEach(term -> drop(slot, term));
    measure(slot);
  }

  private float weight(int slot, int term) {
    Postings postings = terms.postingsOrNew(term);
    return postings.weight(postings.find(slot));
  }

  private void drop(int slot, int term) {
    Postings postings = terms.postingsOrNew(term);
    postings.remove(postings.find(slot));
    if (postings.size() == 0) {
      terms.dropPostings(term);
    }
    clusters.get(slot).remove(term);
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
