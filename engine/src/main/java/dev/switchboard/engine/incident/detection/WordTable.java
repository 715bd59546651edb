package dev.switchboard.engine.incident.detection;

/** Weights of words by hash, without boxes: open addressing with a fixed number of places. */
final class WordTable {
  private static final int PLACES = 1_024;

  /** More words than this are not taken in. */
  static final int MAX_WORDS = PLACES / 2;

  private final int[] words = new int[PLACES];
  private final double[] weights = new double[PLACES];
  private final int[] used = new int[MAX_WORDS];
  private int size;

  int size() {
    return size;
  }

  /** The word at a place from 0 to {@link #size}, in the order in which they came. */
  int word(int index) {
    return words[used[index]];
  }

  double weightAt(int index) {
    return weights[used[index]];
  }

  void setAt(int index, double weight) {
    weights[used[index]] = weight;
  }

  double weight(int word) {
    return weights[place(word)];
  }

  void add(int word, double weight) {
    int place = place(word);
    if (words[place] == 0) {
      if (size == MAX_WORDS) {
        return;
      }
      words[place] = word;
      used[size++] = place;
    }
    weights[place] += weight;
  }

  /** Adds only to a word that is there. */
  void addKnown(int word, double weight) {
    int place = place(word);
    if (words[place] != 0) {
      weights[place] += weight;
    }
  }

  /** The hash of a word, never 0. */
  static int hash(String word) {
    long hash = SeenAuthors.hash(word) * 0x9E3779B97F4A7C15L;
    int folded = (int) (hash >>> 32);
    return folded == 0 ? 1 : folded;
  }

  /** Where the word is or would be; a free place weighs 0. */
  private int place(int word) {
    int place = word & (PLACES - 1);
    while (words[place] != 0 && words[place] != word) {
      place = (place + 1) & (PLACES - 1);
    }
    return place;
  }
}
