package dev.switchboard.engine.incident.detection;

/** Weights of words by hash, without boxes: open addressing, at most half full. */
final class WordTable {
  private static final int FIRST_PLACES = 64;

  /** More words than this are not taken in. */
  static final int MAX_WORDS = 512;

  private int[] words = new int[FIRST_PLACES];
  private double[] weights = new double[FIRST_PLACES];
  private int[] used = new int[FIRST_PLACES / 2];
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
      if (size == used.length) {
        grow();
        place = place(word);
      }
      words[place] = word;
      used[size++] = place;
    }
    weights[place] += weight;
  }

  private void grow() {
    int[] oldWords = words;
    double[] oldWeights = weights;
    int[] oldUsed = used;
    words = new int[2 * oldWords.length];
    weights = new double[words.length];
    used = new int[oldWords.length];
    for (int i = 0; i < size; i++) {
      int place = place(oldWords[oldUsed[i]]);
      words[place] = oldWords[oldUsed[i]];
      weights[place] = oldWeights[oldUsed[i]];
      used[i] = place;
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
    int last = words.length - 1;
    int place = word & last;
    while (words[place] != 0 && words[place] != word) {
      place = (place + 1) & last;
    }
    return place;
  }
}
