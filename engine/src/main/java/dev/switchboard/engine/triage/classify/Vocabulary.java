package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.Features;
import java.util.Arrays;

/**
 * Which hashed features a classifier knows, and how telling each is. The strengths of signals and
 * topics come first, at their places; a hashed feature weighs √(1 + ln((1+texts)/(1+texts with
 * it))), a softer inverse document frequency.
 */
final class Vocabulary {
  /** Hashed features, over all kinds. */
  static final int MAX_FEATURES = 1 << 21;

  private final HashIndex ids = new HashIndex();
  private final int[] hashes;
  private final float[] rarity;

  Vocabulary(int[] hashes, float[] rarity) {
    this.hashes = hashes;
    this.rarity = rarity;
    for (int i = 0; i < hashes.length; i++) {
      ids.put(hashes[i], Features.STRENGTHS + i);
    }
  }

  /**
   * Of the features that are in at least so many of the texts; in more, if otherwise there are too
   * many.
   */
  static Vocabulary of(HashIndex textsWith, int texts, int minTexts, int maxFeatures) {
    int[] all = textsWith.hashes();
    int least = minTexts;
    int kept = keep(all, all.length, textsWith, least);
    while (kept > maxFeatures) {
      kept = keep(all, kept, textsWith, ++least);
    }
    int[] hashes = Arrays.copyOf(all, kept);
    float[] rarity = new float[kept];
    for (int i = 0; i < kept; i++) {
      double ratio = (1.0 + texts) / (1 + textsWith.find(hashes[i]));
      rarity[i] = (float) Math.sqrt(1 + StrictMath.log(ratio));
    }
    return new Vocabulary(hashes, rarity);
  }

  /** Moves those to keep to the front and counts them. */
  private static int keep(int[] hashes, int count, HashIndex textsWith, int minTexts) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (textsWith.find(hashes[i]) >= minTexts) {
        hashes[kept++] = hashes[i];
      }
    }
    return kept;
  }

  /** How many places a row of weights has: strengths, then hashed features. */
  int places() {
    return Features.STRENGTHS + hashes.length;
  }

  /** The place of a hashed feature, or -1 if it is not known. */
  int find(int hash) {
    return ids.find(hash);
  }

  float rarity(int place) {
    return rarity[place - Features.STRENGTHS];
  }

  int[] hashes() {
    return hashes;
  }
}
