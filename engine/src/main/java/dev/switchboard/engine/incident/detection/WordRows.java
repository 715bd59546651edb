package dev.switchboard.engine.incident.detection;

import java.util.Arrays;

/**
 * For each word by hash a row of numbers: what it weighs in each theme, and in which of the past
 * texts it stands, one bit each. Without boxes: open addressing, at most half full. A row of
 * nothing but zeros is forgotten when there is no room.
 */
final class WordRows {
  private static final int TEXT_WORDS = (PastTexts.MAX_TEXTS + Integer.SIZE - 1) / Integer.SIZE;
  private static final int ROW = Themes.MAX_THEMES + TEXT_WORDS;
  private static final int FIRST_PLACES = 256;
  private static final int[] NOTHING = new int[ROW];

  private int[] words = new int[FIRST_PLACES];
  private int[] rows = new int[FIRST_PLACES * ROW];
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
      if (words[place] != 0) {
        int row = place * ROW;
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
    return placeOrNew(word) * ROW;
  }

  private int placeOrNew(int word) {
    int place = place(word);
    if (words[place] == word) {
      return place;
    }
    if (used * 2 >= words.length) {
      rebuild();
      place = place(word);
    }
    words[place] = word;
    used++;
    return place;
  }

  /** Where the word is or would be; there all is 0 then. */
  private int place(int word) {
    int last = words.length - 1;
    int place = word & last;
    while (words[place] != 0 && words[place] != word) {
      place = place + 1 & last;
    }
    return place;
  }

  /** Leaves out what is empty; afterwards it is at most a quarter full. */
  private void rebuild() {
    int[] oldWords = words;
    int[] oldRows = rows;
    int live = 0;
    for (int place = 0; place < oldWords.length; place++) {
      live += isLive(oldWords, oldRows, place) ? 1 : 0;
    }
    int capacity = FIRST_PLACES;
    while (capacity < live * 4) {
      capacity *= 2;
    }
    words = new int[capacity];
    rows = new int[capacity * ROW];
    used = live;
    for (int from = 0; from < oldWords.length; from++) {
      if (isLive(oldWords, oldRows, from)) {
        int to = place(oldWords[from]);
        words[to] = oldWords[from];
        System.arraycopy(oldRows, from * ROW, rows, to * ROW, ROW);
      }
    }
  }

  private static boolean isLive(int[] words, int[] rows, int place) {
    int row = place * ROW;
    return words[place] != 0 && !Arrays.equals(rows, row, row + ROW, NOTHING, 0, ROW);
  }
}
