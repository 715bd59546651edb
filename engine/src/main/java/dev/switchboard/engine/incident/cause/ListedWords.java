package dev.switchboard.engine.incident.cause;

import java.util.Set;

/**
 * How far the words that the map lists of a service can be trusted: those that usual reports use
 * count in full, those that nobody says half.
 */
final class ListedWords {
  private static final double UNSAID = 0.5;
  private static final double PRIOR_WORDS = 1.5;
  private static final double PER_WORD = 0.07;
  private static final double MAX_UNLISTED = 0.97;
  private static final double MISLED = 0.015;

  private final double used;

  ListedWords(Set<String> words, Usual usual) {
    used =
        words.stream()
            .sorted()
            .mapToDouble(word -> Math.min(1, UNSAID + usual.words().getOrDefault(word, 0)))
            .sum();
  }

  /** How much of the talk about the service is in words that are not listed, 0–1. */
  double unlisted() {
    return Math.min(MAX_UNLISTED, PRIOR_WORDS / (PRIOR_WORDS + used));
  }

  /** How much of it may be at most, whatever reports say: else any service explains anything. */
  double mostUnlisted() {
    return Math.max(unlisted(), Math.min(MAX_UNLISTED, 1 / (1 + PER_WORD * used)));
  }

  /** How likely it is that a failure of the service is talked about in other words only, 0–1. */
  double misled() {
    return MISLED / (1 + used);
  }
}
