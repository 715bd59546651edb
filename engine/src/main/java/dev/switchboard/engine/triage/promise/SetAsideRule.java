package dev.switchboard.engine.triage.promise;

import java.util.Arrays;

/**
 * Below which probability of needing help a post is set aside, and what may be said of it.
 * Immutable.
 *
 * <p>Conformal risk control (Angelopoulos et al., ICLR 2024) for the share of misses: the threshold
 * is the k-th smallest probability among n labelled posts that needed help, k = ⌊alpha × (n + 1)⌋,
 * so a new one like them falls below it with probability k / (n + 1). The share below it, given
 * these n, follows Beta(k, n − k + 1), whose quantile is the exact binomial bound for k − 1 misses
 * in n: the bound that is shown holds for a threshold chosen this way. {@link
 * Promise.Basis#CONFIDENT} takes the largest k whose bound is at most alpha.
 *
 * @param promise what is to be kept
 * @param helpPosts labelled posts that needed help, n, 0 or more
 * @param rank the k of the threshold, 0 if nothing is set aside
 * @param threshold posts below it may be set aside, 0 to 1; 0 if nothing is
 * @param expectedMissShare k / (n + 1)
 * @param shownBound the share of misses is at most this with the promise's confidence; 0 while
 *     nothing is set aside
 */
public record SetAsideRule(
    Promise promise,
    int helpPosts,
    int rank,
    double threshold,
    double expectedMissShare,
    double shownBound) {

  /** Nothing is set aside. */
  public static SetAsideRule nothing(Promise promise) {
    return new SetAsideRule(promise, 0, 0, 0, 0, 0);
  }

  /**
   * The rule that these posts allow.
   *
   * @param probabilities of labelled posts that needed help, by the model that will decide, which
   *     has not learned from them; any order
   */
  public static SetAsideRule of(Promise promise, double[] probabilities) {
    int n = probabilities.length;
    int rank = n < promise.postsNeeded() ? 0 : rank(promise, n);
    if (rank == 0) {
      return new SetAsideRule(promise, n, 0, 0, 0, 0);
    }
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    return new SetAsideRule(
        promise,
        n,
        rank,
        sorted[rank - 1],
        rank / (n + 1.0),
        BinomialBound.upper(rank - 1, n, promise.confidence()));
  }

  /** Whether a post of this probability is set aside. */
  public boolean setsAside(double probability) {
    return probability < threshold;
  }

  /** Labelled posts that needed help still missing before anything is set aside. */
  public int postsMissing() {
    return Math.max(0, promise.postsNeeded() - helpPosts);
  }

  private static int rank(Promise promise, int n) {
    // 1e-9: 0.1 × 30 must not fall short of 3.
    int expected = (int) Math.floor(promise.alpha() * (n + 1) + 1e-9);
    return switch (promise.basis()) {
      case EXPECTED -> expected;
      case CONFIDENT -> {
        int low = 0;
        int high = expected;
        while (low < high) {
          int k = (low + high + 1) / 2;
          boolean holds = BinomialBound.upper(k - 1, n, promise.confidence()) <= promise.alpha();
          low = holds ? k : low;
          high = holds ? high : k - 1;
        }
        yield low;
      }
    };
  }
}
