package dev.switchboard.engine.incident.grouping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges that the machine would propose: never done by itself, never again after a no. */
final class Proposals {
  static final int MAX_PROPOSALS = 100;

  /** Centroids at least this much alike are worth a person's look. */
  private static final double LEAST_SIMILARITY = 0.3;

  private static final int FIRST_LOOK_POSTS = 4;

  final Map<PeoplesWord.Pair, Double> open = new LinkedHashMap<>();

  /** Two clusters are compared when the one that grew doubles. */
  static boolean isDue(int posts) {
    return posts >= FIRST_LOOK_POSTS && Integer.bitCount(posts) == 1;
  }

  void consider(long a, long b, double similarity, PeoplesWord word) {
    if (a != b && similarity >= LEAST_SIMILARITY && !word.areApart(a, b)) {
      PeoplesWord.Pair pair = PeoplesWord.Pair.of(a, b);
      open.remove(pair);
      open.put(pair, similarity);
      if (open.size() > MAX_PROPOSALS) {
        open.remove(open.keySet().iterator().next());
      }
    }
  }

  /** Forgets what has been decided since. */
  void tidy(PeoplesWord word) {
    open.keySet()
        .removeIf(
            pair ->
                word.groupOf(pair.group()) != pair.group()
                    || word.groupOf(pair.other()) != pair.other()
                    || word.areApart(pair.group(), pair.other()));
  }

  List<MergeProposal> list() {
    return open.entrySet().stream()
        .map(e -> new MergeProposal(e.getKey().group(), e.getKey().other(), e.getValue()))
        .toList();
  }
}
