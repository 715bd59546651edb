package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.Features;
import java.util.Arrays;

/**
 * The weights of a classifier, laid out for scoring: each place has one row of floats, first the
 * square of its rarity, then rarity × weight for each score. Immutable; any thread may score.
 */
final class WeightTable {
  /** Up to so many scores are summed in registers, four floats a row. */
  private static final int FEW_SCORES = 3;

  private final Vocabulary vocabulary;
  private final int scores;
  private final int width;
  private final float[] rows;
  private final float[] bias;

  /**
   * Lays out weights.
   *
   * @param weights for each score its weights by place, then its bias
   */
  WeightTable(Vocabulary vocabulary, float[][] weights) {
    this.vocabulary = vocabulary;
    this.scores = weights.length;
    this.width = Math.max(scores, FEW_SCORES) + 1;
    this.rows = new float[Math.multiplyExact(vocabulary.places() + 1, width)];
    this.bias = new float[scores];
    for (int place = 0; place < vocabulary.places(); place++) {
      boolean strength = place < Features.STRENGTHS;
      float rarity = strength ? SparseRow.STRENGTH_SCALE : vocabulary.rarity(place);
      int at = (place + 1) * width;
      rows[at] = rarity * rarity;
      for (int k = 0; k < scores; k++) {
        rows[at + 1 + k] = weights[k][place] * rarity;
      }
    }
    for (int k = 0; k < scores; k++) {
      bias[k] = weights[k][vocabulary.places()];
    }
  }

  int scores() {
    return scores;
  }

  /** Writes the scores of a text to the first half of a buffer; the second is written over. */
  void score(Features features, float[] into) {
    System.arraycopy(bias, 0, into, 0, scores);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      float strength = features.strength(s);
      if (strength > 0) {
        for (int k = 0, at = (s + 1) * width + 1; k < scores; k++, at++) {
          into[k] += strength * rows[at];
        }
      }
    }
    if (scores <= FEW_SCORES) {
      addFew(features.wordHashes(), features.words(), into);
      addFew(features.charHashes(), features.chars(), into);
      addFew(features.stemHashes(), features.stems(), into);
    } else {
      addMany(features.wordHashes(), features.words(), into);
      addMany(features.charHashes(), features.chars(), into);
      addMany(features.stemHashes(), features.stems(), into);
    }
  }

  /** Row 0 is empty: a hash that is not known finds it, and no branch is needed. */
  private void addFew(int[] hashes, int count, float[] into) {
    float squares = 0;
    float first = 0;
    float second = 0;
    float third = 0;
    for (int i = 0; i < count; i++) {
      int at = (vocabulary.find(hashes[i]) + 1) * 4;
      squares += rows[at];
      first += rows[at + 1];
      second += rows[at + 2];
      third += rows[at + 3];
    }
    float scale = scale(squares);
    into[0] += first * scale;
    if (scores > 1) {
      into[1] += second * scale;
      into[2] += third * scale;
    }
  }

  private void addMany(int[] hashes, int count, float[] into) {
    Arrays.fill(into, scores, 2 * scores, 0);
    float squares = 0;
    for (int i = 0; i < count; i++) {
      int at = (vocabulary.find(hashes[i]) + 1) * width;
      squares += rows[at];
      for (int k = 0; k < scores; k++) {
        into[scores + k] += rows[at + 1 + k];
      }
    }
    float scale = scale(squares);
    for (int k = 0; k < scores; k++) {
      into[k] += into[scores + k] * scale;
    }
  }

  private static float scale(float squares) {
    return squares == 0 ? 0 : SparseRow.VIEW_LENGTH / (float) Math.sqrt(squares);
  }
}
