package dev.switchboard.engine.incident.grouping;

/**
 * What is left of a word so that its forms meet: without a common English ending, and no longer
 * than six characters, which serves derived words ("resign", "resignation") and other languages.
 * Measured better than no stem, longer or shorter ones: docs/evaluation.md.
 */
final class WordStem {
  static final int MAX_CHARS = 6;
  private static final int MIN_CHARS = 3;

  private static final String[] ENDINGS = {"ing", "ies", "ied", "ed", "es", "ly", "s"};

  private WordStem() {}

  /** How many of the first {@code length} characters are the stem, 1 or more. */
  static int length(char[] word, int length) {
    int end = length;
    for (String ending : ENDINGS) {
      if (length - ending.length() >= MIN_CHARS && endsWith(word, length, ending)) {
        end = length - ending.length();
        break;
      }
    }
    return Math.min(end, MAX_CHARS);
  }

  private static boolean endsWith(char[] word, int length, String ending) {
    int from = length - ending.length();
    for (int i = ending.length() - 1; i >= 0; i--) {
      if (word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
