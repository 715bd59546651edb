package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.Features;
import java.util.Arrays;

/**
 * The weights of a classifier, laid out for scoring. What is added to all scores of a text alike
 * changes neither which is highest nor any probability, so three scores are kept as two, less the
 * third. Immutable; any thread may score.
 */
final class WeightTable {
  private final int scores;
  private final float[] bias;
  private final float[][] strengths;
  private final HashedWeights hashed;

  /**
   * Lays out weights.
   *
   * @param weights for each score its weights by place, then its bias
   */
  WeightTable(Vocabulary vocabulary, float[][] weights) {
    this.scores = weights.length;
    float[][] kept = scores == 3 ? lessTheThird(weights) : weights;
    this.bias = new float[kept.length];
    this.strengths = new float[Features.STRENGTHS][kept.length];
    for (int k = 0; k < kept.length; k++) {
      bias[k] = kept[k][vocabulary.places()];
      for (int s = 0; s < Features.STRENGTHS; s++) {
        strengths[s][k] = kept[k][s] * SparseRow.STRENGTH_SCALE;
      }
    }
    this.hashed =
        kept.length <= FewWeights.SCORES
            ? new FewWeights(vocabulary, kept)
            : new ManyWeights(vocabulary, kept);
  }

  int scores() {
    return scores;
  }

  /** Writes the scores of a text to the first half of a buffer; the second is written over. */
  void score(Features features, float[] into) {
    Arrays.fill(into, 0, scores, 0);
    System.arraycopy(bias, 0, into, 0, bias.length);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      float strength = features.strength(s);
      if (strength > 0) {
        float[] row = strengths[s];
        for (int k = 0; k < row.length; k++) {
          into[k] += strength * row[k];
        }
      }
    }
    hashed.add(features.wordHashes(), features.words(), into);
    hashed.add(features.charHashes(), features.chars(), into);
    hashed.add(features.stemHashes(), features.stems(), into);
  }

  private static float[][] lessTheThird(float[][] weights) {
    float[][] less = new float[2][weights[2].length];
    for (int i = 0; i < weights[2].length; i++) {
      less[0][i] = weights[0][i] - weights[2][i];
      less[1][i] = weights[1][i] - weights[2][i];
    }
    return less;
  }
}
