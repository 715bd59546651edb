package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a brand's reports of some time ago: what texts are like when nothing special goes
 * on. A report waits before it gets here, so that what has just begun is not compared with itself.
 */
final class PastTexts {
  static final int MAX_TEXTS = 400;
  private static final double WAIT_HOURS = 2;
  private static final int MAX_WAITING = 4_096;

  /** Rarities are whole numbers of such parts. */
  private static final int RARITY_UNIT = 1 << 14;

  private record Text(double hour, int[] words) {}

  /** Is told of each text that takes a place. */
  @FunctionalInterface
  interface Placed {
    void at(int place, int[] words);
  }

  private final ArrayDeque<Text> waiting = new ArrayDeque<>();
  private final int[][] texts = new int[MAX_TEXTS][];
  private final int[] parts = new int[MAX_TEXTS];

  /** For each word the places of the texts that hold it. */
  private final Map<Integer, BitSet> holding = new HashMap<>();

  private int count;
  private int next;

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
        holding.computeIfPresent(word, (_, places) -> without(places, next));
      }
    }
    put(next, words);
    placed.at(next, words);
    next = (next + 1) % MAX_TEXTS;
    count = Math.min(MAX_TEXTS, count + 1);
  }

  private void put(int place, int[] words) {
    texts[place] = words;
    parts[place] = WordTable.part(words);
    for (int word : words) {
      holding.computeIfAbsent(word, _ -> new BitSet(MAX_TEXTS)).set(place);
    }
  }

  private static @Nullable BitSet without(BitSet places, int place) {
    places.clear(place);
    return places.isEmpty() ? null : places;
  }

  int size() {
    return count;
  }

  /** The square of how much rarer than all texts a word is, in logarithms. */
  int rarity(int word) {
    BitSet places = holding.get(word);
    int with = places == null ? 0 : places.cardinality();
    double rare = Math.max(0, Math.log((count + 1) / (with + 0.5)));
    return (int) Math.round(rare * rare * RARITY_UNIT);
  }

  /** Adds what a word does for the likeness of each text that holds it. */
  void addLikeness(int word, int rarity, int[] likeness) {
    BitSet places = holding.get(word);
    if (places != null) {
      for (int at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
        likeness[at] += WordTable.of(rarity, parts[at]);
      }
    }
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

  static PastTexts read(DataInput in) throws IOException {
    PastTexts read = new PastTexts();
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
