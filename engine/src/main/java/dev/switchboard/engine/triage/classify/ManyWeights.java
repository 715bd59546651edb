package dev.switchboard.engine.triage.classify;

import java.util.Arrays;

/**
 * Any number of scores: each known feature has one row of floats, first the square of its rarity,
 * then its weights times rarity.
 */
final class ManyWeights implements HashedWeights {
  private final Vocabulary vocabulary;
  private final int scores;
  private final int width;
  private final int firstPlace;
  private final float[] rows;

  ManyWeights(Vocabulary vocabulary, float[][] weights) {
    this.vocabulary = vocabulary;
    this.scores = weights.length;
    this.width = scores + 1;
    int known = vocabulary.hashes().length;
    this.firstPlace = vocabulary.places() - known;
    this.rows = new float[Math.multiplyExact(known, width)];
    for (int i = 0; i < known; i++) {
      float rarity = vocabulary.rarity(firstPlace + i);
      rows[i * width] = rarity * rarity;
      for (int k = 0; k < scores; k++) {
        rows[i * width + 1 + k] = weights[k][firstPlace + i] * rarity;
      }
    }
  }

  @Override
  public void add(int[] hashes, int count, float[] into) {
    Arrays.fill(into, scores, 2 * scores, 0);
    float squares = 0;
    for (int i = 0; i < count; i++) {
      int place = vocabulary.find(hashes[i]);
      if (place >= 0) {
        int at = (place - firstPlace) * width;
        squares += rows[at];
        for (int k = 0; k < scores; k++) {
          into[scores + k] += rows[at + 1 + k];
        }
      }
    }
    float scale = HashedWeights.scale(squares);
    for (int k = 0; k < scores; k++) {
      into[k] += into[scores + k] * scale;
    }
  }
}
