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

  private record Text(double hour, int[] words) {}

  private final ArrayDeque<Text> waiting = new ArrayDeque<>();
  private final int[][] texts = new int[MAX_TEXTS][];

  /** For each word the places of the texts that hold it. */
  private final Map<Integer, BitSet> holding = new HashMap<>();

  private int count;
  private int next;

  void add(double hour, int[] words) {
    while (!waiting.isEmpty()
        && (waiting.getFirst().hour() < hour - WAIT_HOURS || waiting.size() == MAX_WAITING)) {
      keep(waiting.removeFirst().words());
    }
    waiting.add(new Text(hour, words));
  }

  private void keep(int[] words) {
    if (count == MAX_TEXTS) {
      for (int word : texts[next]) {
        holding.computeIfPresent(word, (_, places) -> without(places, next));
      }
    }
    put(next, words);
    next = (next + 1) % MAX_TEXTS;
    count = Math.min(MAX_TEXTS, count + 1);
  }

  private void put(int place, int[] words) {
    texts[place] = words;
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

  /** Turns counts among a theme's reports into weights: rare words weigh more. */
  void weigh(WordTable counts, int reports, WordTable weights) {
    for (int i = 0; i < counts.size(); i++) {
      weights.add(counts.word(i), 1e-12);
    }
    for (int i = 0; i < weights.size(); i++) {
      BitSet places = holding.get(weights.word(i));
      for (int left = places == null ? 0 : places.cardinality(); left > 0; left--) {
        weights.setAt(i, weights.weightAt(i) + 1);
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      double rare = Math.log((count + 1) / (weights.weightAt(i) + 0.5));
      double share = counts.weight(weights.word(i)) / reports;
      weights.setAt(i, Math.max(0, rare) * Math.max(0, rare) * share);
    }
  }

  /** How like a theme each past text is; most share no word with it and need no look. */
  double[] likenesses(WordTable weights) {
    BitSet sharing = new BitSet(MAX_TEXTS);
    for (int i = 0; i < weights.size(); i++) {
      BitSet places = holding.get(weights.word(i));
      if (places != null) {
        sharing.or(places);
      }
    }
    double[] all = new double[count];
    for (int text = sharing.nextSetBit(0); text >= 0; text = sharing.nextSetBit(text + 1)) {
      all[text] = likeness(texts[text], weights);
    }
    return all;
  }

  static double likeness(int[] words, WordTable weights) {
    double sum = 0;
    for (int word : words) {
      sum += weights.weight(word);
    }
    return sum / Math.sqrt(words.length + 2.0);
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
