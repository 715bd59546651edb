package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * The words of a brand's reports of some time ago: what texts are like when nothing special goes
 * on. A report waits before it gets here, so that what has just begun is not compared with itself.
 */
final class PastTexts {
  static final int MAX_TEXTS = 400;
  private static final double WAIT_HOURS = 2;
  private static final int MAX_WAITING = 4_096;

  /**
   * Rarities and the parts of texts are whole numbers of 1 / these, so that the order of a sum does
   * not matter; the largest likeness, 20 words of 12 reports, stays below 2^31.
   */
  private static final int RARITY_UNIT = 1 << 7;

  private static final int PART_UNIT = 1 << 12;

  private record Text(double hour, int[] words) {}

  /** Is told of each text that takes a place. */
  @FunctionalInterface
  interface Placed {
    void at(int place, int[] words);
  }

  private final WordRows rows;
  private final ArrayDeque<Text> waiting = new ArrayDeque<>();
  private final int[][] texts = new int[MAX_TEXTS][];
  private final int[] parts = new int[MAX_TEXTS];

  /** By the number of texts with a word, when there are {@link #rarityOf} in all. */
  private final int[] rarity = new int[MAX_TEXTS + 1];

  private int rarityOf;
  private int count;
  private int next;

  PastTexts(WordRows rows) {
    this.rows = rows;
  }

  /** A report's words wait; those that have waited for long enough take places. */
  void add(double hour, int[] words, Placed placed) {
    while (!waiting.isEmpty()
        && (waiting.getFirst().hour() < hour - WAIT_HOURS || waiting.size() == MAX_WAITING)) {
      keep(waiting.removeFirst().words(), placed);
    }
    waiting.add(new Text(hour, words));
  }

  private void keep(int[] words, Placed placed) {
    if (count == MAX_TEXTS) {
      for (int word : texts[next]) {
        rows.stands(word, next, false);
      }
    }
    put(next, words);
    placed.at(next, words);
    next = (next + 1) % MAX_TEXTS;
    count = Math.min(MAX_TEXTS, count + 1);
  }

  private void put(int place, int[] words) {
    texts[place] = words;
    parts[place] = part(words);
    for (int word : words) {
      rows.stands(word, place, true);
    }
  }

  int size() {
    return count;
  }

  /** What the weight of a text's words counts: the longer the text, the less. */
  static int part(int[] words) {
    return (int) Math.round(PART_UNIT / Math.sqrt(words.length + 2.0));
  }

  /** The square of how much rarer than all texts a row's word is, in logarithms. */
  int rarity(int row) {
    if (rarityOf != count) {
      rarityOf = count;
      for (int with = 0; with <= count; with++) {
        double rare = Math.max(0, Math.log((count + 1) / (with + 0.5)));
        rarity[with] = (int) Math.round(rare * rare * RARITY_UNIT);
      }
    }
    return rarity[rows.texts(row)];
  }

  /** Adds what a row's word does for the likeness of each text that holds it. */
  void addLikeness(int row, int rarity, int[] likeness) {
    rows.addLikeness(row, rarity, parts, likeness);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(waiting.size());
    for (Text text : waiting) {
      out.writeDouble(text.hour());
      writeWords(text.words(), out);
    }
    out.writeInt(count);
    out.writeInt(next);
    for (int i = 0; i < count; i++) {
      writeWords(texts[i], out);
    }
  }

  static PastTexts read(WordRows rows, DataInput in) throws IOException {
    PastTexts read = new PastTexts(rows);
    int waits = in.readInt();
    for (int i = 0; i < waits; i++) {
      read.waiting.add(new Text(in.readDouble(), readWords(in)));
    }
    read.count = in.readInt();
    read.next = in.readInt();
    for (int i = 0; i < read.count; i++) {
      read.put(i, readWords(in));
    }
    return read;
  }

  static void writeWords(int[] words, DataOutput out) throws IOException {
    out.writeInt(words.length);
    for (int word : words) {
      out.writeInt(word);
    }
  }

  static int[] readWords(DataInput in) throws IOException {
    int[] words = new int[in.readInt()];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readInt();
    }
    return words;
  }
}
