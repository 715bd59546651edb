package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Words by hash, each with its rarity and how often it was learned: what a theme is about. Likeness
 * to a text is a sum of whole numbers, so that its order does not matter. Without boxes: open
 * addressing, at most half full.
 */
final class WordTable {
  private static final int FIRST_PLACES = 64;

  /** More words than this are not taken in. */
  static final int MAX_WORDS = 512;

  private static final int LENGTH_BITS = 16;

  /** Word, rarity, times; the fourth makes places even. */
  private static final int STRIDE = 4;

  private int[] cells = new int[FIRST_PLACES * STRIDE];
  private int size;

  /** Learns a word once more; its rarity is that of the first time. */
  void learn(int word, int rarity) {
    int place = place(word);
    if (cells[place] == 0) {
      if (size == MAX_WORDS) {
        return;
      }
      cells[place] = word;
      cells[place + 1] = rarity;
      size++;
    }
    cells[place + 2]++;
    if (size * 2 * STRIDE > cells.length) {
      grow();
    }
  }

  /** The rarity of a word that was learned, or 0. */
  int rarity(int word) {
    return cells[place(word) + 1];
  }

  /** How like the learned words a text is; longer texts weigh less. */
  int likeness(int[] words) {
    int part = part(words);
    int sum = 0;
    for (int word : words) {
      int place = place(word);
      if (cells[place] != 0) {
        sum += cells[place + 2] * of(cells[place + 1], part);
      }
    }
    return sum;
  }

  /** What a word of a text weighs beside its rarity. */
  static int part(int[] words) {
    return (int) Math.round((1 << LENGTH_BITS) / Math.sqrt(words.length + 2.0));
  }

  /** What one word adds to the likeness of a text. */
  static int of(int rarity, int part) {
    return (int) ((long) rarity * part >>> LENGTH_BITS);
  }

  private void grow() {
    int[] old = cells;
    cells = new int[old.length * 2];
    for (int from = 0; from < old.length; from += STRIDE) {
      if (old[from] != 0) {
        System.arraycopy(old, from, cells, place(old[from]), STRIDE);
      }
    }
  }

  /** The hash of a word, never 0. */
  static int hash(String word) {
    long hash = SeenAuthors.hash(word) * 0x9E3779B97F4A7C15L;
    int folded = (int) (hash >>> 32);
    return folded == 0 ? 1 : folded;
  }

  /** Where the word is or would be. */
  private int place(int word) {
    int last = cells.length - 1;
    int place = word * STRIDE & last;
    while (cells[place] != 0 && cells[place] != word) {
      place = place + STRIDE & last;
    }
    return place;
  }

  void write(DataOutput out) throws IOException {
    // In order, so that equal tables have equal bytes.
    int[] words = new int[size];
    int next = 0;
    for (int place = 0; place < cells.length; place += STRIDE) {
      if (cells[place] != 0) {
        words[next++] = cells[place];
      }
    }
    Arrays.sort(words);
    out.writeInt(size);
    for (int word : words) {
      int place = place(word);
      out.writeInt(word);
      out.writeInt(cells[place + 1]);
      out.writeInt(cells[place + 2]);
    }
  }

  static WordTable read(DataInput in) throws IOException {
    WordTable read = new WordTable();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      int word = in.readInt();
      read.learn(word, in.readInt());
      read.cells[read.place(word) + 2] = in.readInt();
    }
    return read;
  }
}
