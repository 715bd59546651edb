package dev.switchboard.engine.incident.detection;

import java.util.Arrays;

/**
 * For each word by hash a row of numbers: what it weighs in each theme, and in which of the past
 * texts it stands, one bit each. Without boxes: rows stand close together, and an open-addressed
 * table at most half full says which is a word's. A row of nothing but zeros is forgotten when
 * there is no room.
 */
final class WordRows {
  private static final int TEXT_WORDS = (PastTexts.MAX_TEXTS + Integer.SIZE - 1) / Integer.SIZE;
  private static final int ROW = Themes.MAX_THEMES + TEXT_WORDS;
  private static final int FIRST_ROWS = 128;
  private static final int[] NOTHING = new int[ROW];

  /** A word and where its row begins, side by side; the word is 0 where there is none. */
  private int[] table = new int[4 * FIRST_ROWS];

  /** The words of the rows. */
  private int[] words = new int[FIRST_ROWS];

  private int[] rows = new int[FIRST_ROWS * ROW];
  private int used;

  /** The hash of a word, never 0. */
  static int hash(String word) {
    long hash = Headings.of(word) * 0x9E3779B97F4A7C15L;
    int folded = (int) (hash >>> 32);
    return folded == 0 ? 1 : folded;
  }

  /** Adds what each theme takes these words to weigh, as far as it knows them. */
  void addWeights(int[] text, int[] sums) {
    for (int word : text) {
      int place = place(word);
      if (table[place] != 0) {
        int row = table[place + 1];
        for (int theme = 0; theme < sums.length; theme++) {
          sums[theme] += rows[row + theme];
        }
      }
    }
  }

  int weight(int row, int theme) {
    return rows[row + theme];
  }

  void addWeight(int row, int theme, int weight) {
    rows[row + theme] += weight;
  }

  void clearWeight(int row, int theme) {
    rows[row + theme] = 0;
  }

  /** Notes that a word stands in a past text, or that it does so no longer. */
  void stands(int word, int text, boolean there) {
    int at = rowOrNew(word) + Themes.MAX_THEMES + text / Integer.SIZE;
    int bit = 1 << text;
    rows[at] = there ? rows[at] | bit : rows[at] & ~bit;
  }

  /** In how many past texts a row's word stands. */
  int texts(int row) {
    int from = row + Themes.MAX_THEMES;
    int count = 0;
    for (int at = from; at < from + TEXT_WORDS; at++) {
      count += Integer.bitCount(rows[at]);
    }
    return count;
  }

  /** Adds to the likeness of each text in which the word stands so many times that text's part. */
  void addLikeness(int row, int times, int[] parts, int[] likeness) {
    int from = row + Themes.MAX_THEMES;
    for (int i = 0; i < TEXT_WORDS; i++) {
      for (int left = rows[from + i]; left != 0; left &= left - 1) {
        int text = i * Integer.SIZE + Integer.numberOfTrailingZeros(left);
        likeness[text] += times * parts[text];
      }
    }
  }

  /** The row of a word; it holds until the next call. */
  int rowOrNew(int word) {
    int place = place(word);
    if (table[place] == word) {
      return table[place + 1];
    }
    if (used == words.length) {
      rebuild();
    }
    return enter(word);
  }

  private int enter(int word) {
    int place = place(word);
    table[place] = word;
    table[place + 1] = used * ROW;
    words[used] = word;
    return used++ * ROW;
  }

  /** Where the word is or would be. */
  private int place(int word) {
    int last = table.length - 2;
    int place = word << 1 & last;
    while (table[place] != 0 && table[place] != word) {
      place = place + 2 & last;
    }
    return place;
  }

  /** Leaves out what is empty; afterwards at least half of the rows are free. */
  private void rebuild() {
    int[] oldWords = words;
    int[] oldRows = rows;
    int live = 0;
    for (int row = 0; row < oldWords.length; row++) {
      live += isLive(oldRows, row * ROW) ? 1 : 0;
    }
    int capacity = FIRST_ROWS;
    while (capacity < live * 2) {
      capacity *= 2;
    }
    table = new int[4 * capacity];
    words = new int[capacity];
    rows = new int[capacity * ROW];
    used = 0;
    for (int row = 0; row < oldWords.length; row++) {
      if (isLive(oldRows, row * ROW)) {
        System.arraycopy(oldRows, row * ROW, rows, enter(oldWords[row]), ROW);
      }
    }
  }

  private static boolean isLive(int[] rows, int from) {
    return !Arrays.equals(rows, from, from + ROW, NOTHING, 0, ROW);
  }
}
