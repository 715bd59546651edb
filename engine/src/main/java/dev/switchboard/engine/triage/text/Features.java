package dev.switchboard.engine.triage.text;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What a model sees of one text: signals with a strength, hashed word n-grams and hashed character
 * n-grams, in buffers that are used again for the next text. Word and character features weigh
 * 1/√count each, so that long texts don't shout down short ones. Not safe for concurrent use.
 */
public final class Features {
  /** At most this many features of each of the two kinds; the rest of a very long text is left. */
  public static final int MAX_PER_KIND = 12_288;

  private static final float SECOND_HIT = 0.5f;
  private static final float THIRD_HIT = 0.25f;

  private final int shift;
  private final float[] strength = new float[Signal.COUNT];
  private final int[] words = new int[MAX_PER_KIND];
  private final int[] chars = new int[MAX_PER_KIND];
  private int wordCount;
  private int charCount;

  /**
   * Makes an empty buffer.
   *
   * @param bits hashed features fall in 2^bits places, 8 to 24
   */
  public Features(int bits) {
    if (bits < 8 || bits > 24) {
      throw new IllegalArgumentException("bits must be 8 to 24, not " + bits);
    }
    this.shift = 32 - bits;
  }

  /** How many places a model needs: the signals first, then the hashed features. */
  public static int places(int bits) {
    return Signal.PLACES + (1 << bits);
  }

  /** 0 if the signal is absent, 1 if it is there, up to 1.75 if it is there several times. */
  public float strength(Signal signal) {
    return strength[signal.ordinal()];
  }

  /** The strength by {@link Signal#ordinal}; also its place in a model. */
  public float strength(int ordinal) {
    return strength[ordinal];
  }

  public int words() {
    return wordCount;
  }

  /** The place of a word feature in a model. */
  public int word(int i) {
    return words[i];
  }

  public int chars() {
    return charCount;
  }

  /** The place of a character feature in a model. */
  public int chars(int i) {
    return chars[i];
  }

  /** The value of each word feature. */
  public float wordValue() {
    return wordCount == 0 ? 0 : (float) (1 / Math.sqrt(wordCount));
  }

  /** The value of each character feature. */
  public float charValue() {
    return charCount == 0 ? 0 : (float) (1 / Math.sqrt(charCount));
  }

  /** Leaves only the hashed features in these places, and no signals: for learning from a part. */
  public void keepOnly(BitSet places) {
    Arrays.fill(strength, 0);
    wordCount = keep(words, wordCount, places);
    charCount = keep(chars, charCount, places);
  }

  private static int keep(int[] features, int count, BitSet places) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (places.get(features[i])) {
        features[kept++] = features[i];
      }
    }
    return kept;
  }

  void clear() {
    Arrays.fill(strength, 0);
    wordCount = 0;
    charCount = 0;
  }

  void signal(Signal signal) {
    int at = signal.ordinal();
    float had = strength[at];
    if (had == 0) {
      strength[at] = 1;
    } else if (had == 1) {
      strength[at] = 1 + SECOND_HIT;
    } else {
      strength[at] = 1 + SECOND_HIT + THIRD_HIT;
    }
  }

  void addWord(int hash) {
    if (wordCount < MAX_PER_KIND) {
      words[wordCount++] = place(hash);
    }
  }

  void addChars(int hash) {
    if (charCount < MAX_PER_KIND) {
      chars[charCount++] = place(hash);
    }
  }

  private int place(int hash) {
    return Signal.PLACES + (Hashes.mix(hash) >>> shift);
  }
}
