package dev.switchboard.engine.incident.simulate;

import java.util.HashSet;
import java.util.Set;

/** Makes words that look like words, each new. */
final class Spelling {
  private static final String CONSONANTS = "bdfgklmnprtvz";
  private static final String VOWELS = "aiou";
  private static final int SYLLABLES = 3;

  private final Draws draws;
  private final Set<String> made = new HashSet<>();

  Spelling(Draws draws) {
    this.draws = draws;
  }

  String word() {
    String word;
    do {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < SYLLABLES; i++) {
        letters.append(CONSONANTS.charAt(draws.below(CONSONANTS.length())));
        letters.append(VOWELS.charAt(draws.below(VOWELS.length())));
      }
      word = letters.toString();
    } while (!made.add(word));
    return word;
  }

  /** The word with one vowel changed: another word, or by chance the same. */
  String misspelt(String word) {
    int at = 1 + 2 * draws.below(word.length() / 2);
    char vowel = VOWELS.charAt(draws.below(VOWELS.length()));
    return word.substring(0, at) + vowel + word.substring(Math.min(at + 1, word.length()));
  }
}
