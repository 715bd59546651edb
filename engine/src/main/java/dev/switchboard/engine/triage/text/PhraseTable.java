package dev.switchboard.engine.triage.text;

import java.util.Arrays;

/** Phrases of up to four tokens, each with a meaning, found by hash. */
final class PhraseTable {
  static final int MAX_TOKENS = 4;
  private static final int MAX_PHRASES = 1 << 14;
  private static final int NO_MEANING = -1;
  private static final int BEGUN_SHIFT = 16;
  private static final int BEGUN_BITS = 1 << 32 - BEGUN_SHIFT;

  private final int[] keys;
  private final int[] meanings;
  private final String[] phrases;
  private final int mask;

  /** Marks of phrases that have more tokens than these, by their first tokens: mostly right. */
  private final long[] begun = new long[BEGUN_BITS >>> 6];

  /** A table for at most this many phrases. */
  PhraseTable(long phrases) {
    if (phrases > MAX_PHRASES) {
      throw new IllegalArgumentException("more than " + MAX_PHRASES + " cue phrases");
    }
    int capacity = Integer.highestOneBit(Math.max(1, (int) phrases) * 4);
    this.keys = new int[capacity];
    this.meanings = new int[capacity];
    this.phrases = new String[capacity];
    this.mask = capacity - 1;
    Arrays.fill(meanings, NO_MEANING);
    Arrays.fill(this.phrases, "");
  }

  /** How many phrases a text in lines and bars holds at most. */
  static long phrasesIn(String text) {
    return text.chars().filter(c -> c == '|' || c == '\n').count() + 1;
  }

  /** The slot of the phrase with this hash, or -1. */
  int find(int hash) {
    int slot = Hashes.mix(hash) & mask;
    while (meanings[slot] != NO_MEANING) {
      if (keys[slot] == hash) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Whether a phrase may go on after the tokens of this hash; if not, none does. */
  boolean goesOn(int hash) {
    int bit = Hashes.mix(hash) >>> BEGUN_SHIFT;
    return (begun[bit >>> 6] & 1L << bit) != 0;
  }

  int meaning(int slot) {
    return meanings[slot];
  }

  /** The phrase in quotes, made once. */
  String quoted(int slot) {
    return phrases[slot];
  }

  /** Adds a phrase unless it has a meaning already: the first counts. */
  void add(String phrase, int meaning, int line, Tokens tokens) {
    tokens.read(phrase);
    if (tokens.size() == 0 || tokens.size() > MAX_TOKENS) {
      throw new IllegalArgumentException(
          "cue line %d: \"%s\" must be 1 to 4 tokens, not %d"
              .formatted(line, phrase, tokens.size()));
    }
    int hash = tokens.hash(0);
    for (int i = 1; i < tokens.size(); i++) {
      int bit = Hashes.mix(hash) >>> BEGUN_SHIFT;
      begun[bit >>> 6] |= 1L << bit;
      hash = Hashes.then(hash, tokens.hash(i));
    }
    if (find(hash) >= 0) {
      return;
    }
    int slot = Hashes.mix(hash) & mask;
    while (meanings[slot] != NO_MEANING) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    meanings[slot] = meaning;
    phrases[slot] = "'" + phrase + "'";
  }
}
