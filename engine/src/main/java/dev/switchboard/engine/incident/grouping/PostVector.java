package dev.switchboard.engine.incident.grouping;

/**
 * A post as a vector of length 1 over known terms: tf · (ln((n + 1) / df) + .1) · h^¼, to the power
 * of ¾, where df and n are counts of posts that fade with age and h is how much the term keeps to
 * one cluster. The power keeps one rare word from deciding alone. Not safe for concurrent use.
 */
final class PostVector {
  private static final double FLOOR = 0.1;

  private final int[] term = new int[PostTerms.MAX_TERMS];
  private final float[] weight = new float[PostTerms.MAX_TERMS];
  private int size;

  int size() {
    return size;
  }

  int term(int at) {
    return term[at];
  }

  float weight(int at) {
    return weight[at];
  }

  /** Counts the post's terms, which makes new ones known, and weighs them. */
  void countAndWeigh(PostTerms post, Terms terms, Ageing ageing) {
    ageing.countPost();
    size = post.size();
    for (int i = 0; i < size; i++) {
      int found = terms.find(post.hash(i));
      if (found < 0) {
        found = terms.add(post.hash(i), post.word(i), 0);
      }
      terms.see(found, ageing.unit());
      term[i] = found;
    }
    weigh(post, terms, ageing);
  }

  /** Weighs the terms that are known, without counting the post. */
  void weighKnown(PostTerms post, Terms terms, Ageing ageing) {
    size = post.size();
    for (int i = 0; i < size; i++) {
      int found = terms.find(post.hash(i));
      term[i] = found >= 0 ? found : terms.add(post.hash(i), post.word(i), ageing.unit());
    }
    weigh(post, terms, ageing);
  }

  private void weigh(PostTerms post, Terms terms, Ageing ageing) {
    double all = ageing.posts() + ageing.unit();
    double squares = 0;
    for (int i = 0; i < size; i++) {
      Postings postings = terms.postings(term[i]);
      double rarity = Math.log(all / terms.seen(term[i])) + FLOOR;
      double kept = postings == null ? 1 : postings.concentration();
      double x = Math.max(FLOOR, rarity) * Math.sqrt(Math.sqrt(kept));
      double w = post.times(i) * Math.sqrt(x * Math.sqrt(x));
      weight[i] = (float) w;
      squares += w * w;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < size; i++) {
      weight[i] *= scale;
    }
  }
}
