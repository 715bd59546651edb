package dev.switchboard.engine.incident.grouping;

import java.time.Duration;

/**
 * What grouping goes by. One setting serves all streams; see docs/evaluation.md for how it was
 * found.
 *
 * @param window a group that nothing joined for this long takes nothing in any more
 * @param threshold the least similarity with which a post joins a group, above 0, at most 1
 * @param ageing how fast similarity fades: by exp(-ageing · √(silence / window)), 0 or more
 * @param sizeBonus a group of n posts is favoured by 1 + sizeBonus · ln n, 0 or more
 * @param otherLanguage what remains of the similarity to a group in another declared language, 0 to
 *     1
 * @param halfLife after this long a post counts half in how common its words are
 * @param maxGroups at most this many groups take posts in; beyond it the quietest goes
 * @param maxTermsPerGroup a group forgets its lightest terms beyond this many
 * @param maxTerms beyond this many terms, all that stand in no group are forgotten
 * @param maxRecentPosts among this many posts duplicates are looked for
 * @param minCopiedTerms a post of fewer distinct terms is no copy unless it says that it is a
 *     repost: many customers say "the site is down" in the same words
 * @param copyOverlap the least share of terms in common (Jaccard) of a copy and its original, 0 to
 *     1
 * @param repostOverlap the same for what says that it is a repost, and may be cut off
 */
public record GroupingSettings(
    Duration window,
    double threshold,
    double ageing,
    double sizeBonus,
    double otherLanguage,
    Duration halfLife,
    int maxGroups,
    int maxTermsPerGroup,
    int maxTerms,
    int maxRecentPosts,
    int minCopiedTerms,
    double copyOverlap,
    double repostOverlap) {
  /** Chosen on the first fifths of two streams. */
  public static final GroupingSettings DEFAULT =
      new GroupingSettings(
          Duration.ofHours(12),
          0.08,
          2.0,
          0.1,
          0.5,
          Duration.ofDays(3),
          512,
          2_048,
          262_144,
          8_192,
          6,
          0.8,
          0.6);

  public GroupingSettings {
    require(window.isPositive(), "window must be positive");
    require(threshold > 0 && threshold <= 1, "threshold must be above 0, at most 1");
    require(ageing >= 0, "ageing must be 0 or more");
    require(sizeBonus >= 0, "sizeBonus must be 0 or more");
    require(otherLanguage >= 0 && otherLanguage <= 1, "otherLanguage must be 0 to 1");
    require(halfLife.isPositive(), "halfLife must be positive");
    require(maxGroups > 0, "maxGroups must be positive");
    require(maxTermsPerGroup >= PostTerms.MAX_TERMS, "maxTermsPerGroup must hold one post");
    require(maxTerms > 0, "maxTerms must be positive");
    require(maxRecentPosts > 0, "maxRecentPosts must be positive");
    require(minCopiedTerms > 0, "minCopiedTerms must be positive");
    require(copyOverlap > 0 && copyOverlap <= 1, "copyOverlap must be above 0, at most 1");
    require(repostOverlap > 0 && repostOverlap <= 1, "repostOverlap must be above 0, at most 1");
  }

  /** The same with another threshold: higher makes smaller and purer groups. */
  public GroupingSettings withThreshold(double other) {
    return new GroupingSettings(
        window,
        other,
        ageing,
        sizeBonus,
        otherLanguage,
        halfLife,
        maxGroups,
        maxTermsPerGroup,
        maxTerms,
        maxRecentPosts,
        minCopiedTerms,
        copyOverlap,
        repostOverlap);
  }

  /** The same with other bounds on memory. */
  public GroupingSettings withBounds(int groups, int terms, int recentPosts) {
    return new GroupingSettings(
        window,
        threshold,
        ageing,
        sizeBonus,
        otherLanguage,
        halfLife,
        groups,
        maxTermsPerGroup,
        terms,
        recentPosts,
        minCopiedTerms,
        copyOverlap,
        repostOverlap);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
