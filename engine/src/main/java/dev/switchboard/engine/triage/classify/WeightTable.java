package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.Features;

/**
 * The weights of a classifier, laid out for scoring: each place has one row of floats, first the
 * square of its rarity, then rarity × weight for each score. Immutable; any thread may score.
 */
final class WeightTable {
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
    this.width = scores + 1;
    this.rows = new float[Math.multiplyExact(vocabulary.places(), width)];
    this.bias = new float[scores];
    for (int place = 0; place < vocabulary.places(); place++) {
      boolean strength = place < Features.STRENGTHS;
      float rarity = strength ? SparseRow.STRENGTH_SCALE : vocabulary.rarity(place);
      rows[place * width] = rarity * rarity;
      for (int k = 0; k < scores; k++) {
        rows[place * width + 1 + k] = weights[k][place] * rarity;
      }
    }
    for (int k = 0; k < scores; k++) {
      bias[k] = weights[k][vocabulary.places()];
    }
  }

  int scores() {
    return scores;
  }

  /** Writes the scores of a text; {@code scratch} is as long and is written over. */
  void score(Features features, float[] into, float[] scratch) {
    System.arraycopy(bias, 0, into, 0, scores);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      float strength = features.strength(s);
      if (strength > 0) {
        for (int k = 0, at = s * width + 1; k < scores; k++, at++) {
          into[k] += strength * rows[at];
        }
      }
    }
    float squares = 0;
    for (int i = 0; i < features.words(); i++) {
      squares += add(features.wordHash(i), scratch);
    }
    take(squares, into, scratch);
    squares = 0;
    for (int i = 0; i < features.chars(); i++) {
      squares += add(features.charHash(i), scratch);
    }
    take(squares, into, scratch);
    squares = 0;
    for (int i = 0; i < features.stems(); i++) {
      squares += add(features.stemHash(i), scratch);
    }
    take(squares, into, scratch);
  }

  /** What one feature brings to a score, before its kind is scaled; 0 if it is not known. */
  float brings(int hash, int score) {
    int place = vocabulary.find(hash);
    return place < 0 ? 0 : rows[place * width + 1 + score];
  }

  private float add(int hash, float[] sums) {
    int place = vocabulary.find(hash);
    if (place < 0) {
      return 0;
    }
    int at = place * width;
    for (int k = 0; k < scores; k++) {
      sums[k] += rows[at + 1 + k];
    }
    return rows[at];
  }

  private void take(float squares, float[] into, float[] sums) {
    float scale = squares == 0 ? 0 : SparseRow.VIEW_LENGTH / (float) Math.sqrt(squares);
    for (int k = 0; k < scores; k++) {
      into[k] += sums[k] * scale;
      sums[k] = 0;
    }
  }
}
