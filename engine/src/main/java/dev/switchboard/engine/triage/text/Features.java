package dev.switchboard.engine.triage.text;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What a model sees of one text: signals and topics with a strength, hashed word n-grams, character
 * n-grams and pairs of stems, in buffers that are used again for the next text. Word and character
 * features weigh 1/√count each, so that long texts don't shout down short ones. Not safe for
 * concurrent use.
 */
public final class Features {
  /** At most this many features of each of the two kinds; the rest of a very long text is left. */
  public static final int MAX_PER_KIND = 12_288;

  /** How many strengths there are: the signals', then the topics', each at its place in a model. */
  public static final int STRENGTHS = Topic.FIRST_PLACE + Topic.COUNT;

  private static final int FEW_SCORES = 64;
  private static final float SECOND_HIT = 0.5f;
  private static final float THIRD_HIT = 0.25f;

  private final int shift;
  private final float[] strength = new float[STRENGTHS];
  private final int[] words = new int[MAX_PER_KIND];
  private final int[] chars = new int[MAX_PER_KIND];
  private final int[] stems = new int[MAX_PER_KIND];
  private final int[] topicCounts = new int[Topic.COUNT];
  private float[] scores = new float[FEW_SCORES];
  private int stemCount;
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

  /** 0 if the topic is absent, the square root of how often it is there otherwise. */
  public float strength(Topic topic) {
    return strength[topic.place()];
  }

  /** The strength by its place in a model, 0 to {@link #STRENGTHS} - 1. */
  public float strength(int place) {
    return strength[place];
  }

  public int words() {
    return wordCount;
  }

  /** The place of a word feature in a model. */
  public int word(int i) {
    return place(words[i]);
  }

  public int chars() {
    return charCount;
  }

  /** The place of a character feature in a model. */
  public int chars(int i) {
    return place(chars[i]);
  }

  /** All 32 bits of a word feature's hash. */
  public int wordHash(int i) {
    return words[i];
  }

  /** All 32 bits of a character feature's hash. */
  public int charHash(int i) {
    return chars[i];
  }

  /** How many stems and pairs of stems there are; none unless the extractor was made for them. */
  public int stems() {
    return stemCount;
  }

  /** All 32 bits of a stem feature's hash. */
  public int stemHash(int i) {
    return stems[i];
  }

  /** The buffer of word hashes, of which the first {@link #words} hold; not to be written. */
  public int[] wordHashes() {
    return words;
  }

  /** The buffer of character hashes, of which the first {@link #chars} hold; not to be written. */
  public int[] charHashes() {
    return chars;
  }

  /** The buffer of stem hashes, of which the first {@link #stems} hold; not to be written. */
  public int[] stemHashes() {
    return stems;
  }

  /** A buffer of at least so many floats for whoever scores the text; used again for the next. */
  public float[] scores(int atLeast) {
    if (scores.length < atLeast) {
      scores = new float[atLeast];
    }
    return scores;
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
    stemCount = 0;
  }

  private int keep(int[] features, int count, BitSet places) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (places.get(place(features[i]))) {
        features[kept++] = features[i];
      }
    }
    return kept;
  }

  void clear() {
    Arrays.fill(strength, 0);
    wordCount = 0;
    charCount = 0;
    stemCount = 0;
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
      words[wordCount++] = hash;
    }
  }

  /** Character features were written to their buffer, up to this number of them in all. */
  void charsAdded(int count) {
    charCount = count;
  }

  void addStem(int hash) {
    if (stemCount < MAX_PER_KIND) {
      stems[stemCount++] = hash;
    }
  }

  /** Finishes all hashes at once, which the machine does several at a time. */
  void mix() {
    mix(words, wordCount);
    mix(chars, charCount);
    mix(stems, stemCount);
  }

  private static void mix(int[] hashes, int count) {
    for (int i = 0; i < count; i++) {
      hashes[i] = Hashes.mix(hashes[i]);
    }
  }

  /** To be filled in by a lexicon, then taken over by {@link #topicsCounted}. */
  int[] topicCounts() {
    Arrays.fill(topicCounts, 0);
    return topicCounts;
  }

  void topicsCounted() {
    for (int t = 0; t < Topic.COUNT; t++) {
      strength[Topic.FIRST_PLACE + t] = (float) Math.sqrt(topicCounts[t]);
    }
  }

  private int place(int mixed) {
    return Signal.PLACES + (mixed >>> shift);
  }
}
