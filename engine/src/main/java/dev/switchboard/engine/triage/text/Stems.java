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

  /**
   * Little words by the lowest bits of their hash, finished; each finds its own or an empty slot.
   */
  private static final int[] LITTLE = new int[1 << 9];

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
    for (String word : words.split(" ")) {
      int stem = bare(word.toCharArray(), 0, word.length());
      LITTLE[slot(stem)] = stem;
    }
  }

  private Stems() {}

  /** The stem of a word, or {@link #NONE} for little words. */
  static int of(char[] chars, int from, int to) {
    int stem = bare(chars, from, to);
    boolean little = to - from <= MAX_LITTLE_CHARS && LITTLE[slot(stem)] == stem;
    return little ? NONE : stem;
  }

  private static int slot(int stem) {
    int slot = Hashes.mix(stem) & LITTLE.length - 1;
    while (LITTLE[slot] != NONE && LITTLE[slot] != stem) {
      slot = slot + 1 & LITTLE.length - 1;
    }
    return slot;
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
