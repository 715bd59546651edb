package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cluster most like a post among those that share a term with it: the cosine of post and
 * centroid, faded by the cluster's silence, raised by its size, lowered where the languages are
 * known to differ. Of equals the oldest cluster wins. Not safe for concurrent use.
 */
final class Matcher {
  static final int NONE = -1;

  private final GroupingSettings settings;
  private final double windowMillis;
  private final Terms terms;
  private final Clusters clusters;
  private double[] product = new double[64];
  private int[] touched = new int[64];
  private int candidates;
  private int best;
  private double similarity;
  private int second;
  private double secondSimilarity;

  Matcher(GroupingSettings settings, Terms terms, Clusters clusters) {
    this.settings = settings;
    this.windowMillis = settings.window().toMillis();
    this.terms = terms;
    this.clusters = clusters;
  }

  /** The slot of the best cluster, or {@link #NONE} if none can reach the threshold. */
  int best() {
    return best;
  }

  /** How like it is, 0 or more; may be below the threshold. */
  double similarity() {
    return similarity;
  }

  /** The slot of the next best, or {@link #NONE}. */
  int second() {
    return second;
  }

  double secondSimilarity() {
    return secondSimilarity;
  }

  /** Compares; ask the other methods for what was found. */
  void match(PostVector post, @Nullable String language, long nowMillis) {
    multiply(post);
    best = NONE;
    second = NONE;
    similarity = 0;
    secondSimilarity = 0;
    for (int i = 0; i < candidates; i++) {
      int slot = touched[i];
      double upper = product[slot] * clusters.factor(slot);
      product[slot] = 0;
      // Fading only lowers it: most need not be faded to know that they lose.
      if (upper >= settings.threshold() && upper >= secondSimilarity) {
        consider(slot, upper * fading(clusters.get(slot), language, nowMillis));
      }
    }
  }

  /** The primary subtag, by which languages are told apart, or null. */
  static @Nullable String primary(@Nullable String language) {
    if (language == null || language.isBlank() || language.startsWith("und")) {
      return null;
    }
    int end = language.indexOf('-');
    return (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  private void multiply(PostVector post) {
    if (product.length < clusters.end()) {
      product = Arrays.copyOf(product, clusters.end() * 2);
      touched = Arrays.copyOf(touched, clusters.end() * 2);
    }
    candidates = 0;
    for (int i = 0; i < post.size(); i++) {
      Postings postings = terms.postings(post.term(i));
      if (postings != null) {
        multiply(postings, post.weight(i));
      }
    }
  }

  private void multiply(Postings postings, double weight) {
    for (int at = 0; at < postings.size(); at++) {
      int slot = postings.slot(at);
      if (product[slot] == 0) {
        touched[candidates++] = slot;
      }
      product[slot] += weight * postings.weight(at);
    }
  }

  private double fading(Cluster cluster, @Nullable String language, long nowMillis) {
    double silence = (nowMillis - cluster.lastMillis) / windowMillis;
    double fading = Math.exp(-settings.ageing() * Math.sqrt(silence));
    String other = cluster.language;
    boolean apart = language != null && other != null && !language.equals(other);
    return apart ? fading * settings.otherLanguage() : fading;
  }

  private void consider(int slot, double found) {
    if (beats(slot, found, best, similarity)) {
      second = best;
      secondSimilarity = similarity;
      best = slot;
      similarity = found;
    } else if (beats(slot, found, second, secondSimilarity)) {
      second = slot;
      secondSimilarity = found;
    }
  }

  private boolean beats(int slot, double found, int other, double than) {
    return found > than
        || found == than && other != NONE && clusters.get(slot).number < clusters.get(other).number;
  }
}
