package dev.switchboard.engine.triage.text;

import java.util.Arrays;

/**
 * Rough stems: a word without its most common English ending, so that "charged" and "charges" are
 * one. Little words have none. For pairs of words that stand near each other in any order.
 */
final class Stems {
  /** No stem: the word says nothing by itself. */
  static final int NONE = 0;

  private static final int MIN_STEM_CHARS = 3;

  private static final String[] ENDINGS = {
    "ingly", "edly", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly",
    "s", "e", "y"
  };

  /** The endings that a last character allows; a few more never hurt, they are compared. */
  private static final int LAST_MASK = 31;

  private static final String[][] ENDINGS_BY_LAST = new String[LAST_MASK + 1][];
  private static final int MAX_LITTLE_CHARS = 5;

  private static final int[] LITTLE;

  static {
    for (int last = 0; last <= LAST_MASK; last++) {
      int own = last;
      ENDINGS_BY_LAST[last] =
          Arrays.stream(ENDINGS)
              .filter(ending -> (ending.charAt(ending.length() - 1) & LAST_MASK) == own)
              .toArray(String[]::new);
    }
    String words =
        "the a an to of in for on is are was were be been it that this and or at with i my me you"
            + " your we our do did doe have has had so if from by there am will would as just";
    LITTLE =
        Arrays.stream(words.split(" "))
            .mapToInt(word -> bare(word.toCharArray(), 0, word.length()))
            .sorted()
            .toArray();
  }

  private Stems() {}

  /** The stem of a word, or {@link #NONE} for little words. */
  static int of(char[] chars, int from, int to) {
    int stem = bare(chars, from, to);
    boolean little = to - from <= MAX_LITTLE_CHARS && Arrays.binarySearch(LITTLE, stem) >= 0;
    return little ? NONE : stem;
  }

  /** The same of little words too. */
  static int bare(char[] chars, int from, int to) {
    int end = to;
    String[] endings = ENDINGS_BY_LAST[chars[to - 1] & LAST_MASK];
    for (String ending : endings) {
      if (to - from - ending.length() >= MIN_STEM_CHARS && endsWith(chars, to, ending)) {
        end = to - ending.length();
        break;
      }
    }
    if (end - from > MIN_STEM_CHARS && chars[end - 1] == chars[end - 2]) {
      end--;
    }
    return hash(chars, from, end);
  }

  private static boolean endsWith(char[] chars, int to, String ending) {
    int from = to - ending.length();
    for (int i = ending.length() - 1; i >= 0; i--) {
      if (chars[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] chars, int from, int to) {
    int h = Hashes.STEM_SEED;
    for (int i = from; i < to; i++) {
      if (chars[i] != '\'') {
        h = Hashes.step(h, chars[i]);
      }
    }
    return h;
  }
}
