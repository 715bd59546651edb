package dev.switchboard.engine.triage.classify;

/** What hashed features add to the scores of a text. */
sealed interface HashedWeights permits FewWeights, ManyWeights {
  /**
   * Adds the scores of one kind of features, brought to length {@link SparseRow#VIEW_LENGTH}.
   *
   * @param into the scores, then as many floats that are written over
   */
  void add(int[] hashes, int count, float[] into);

  /** From the sum of squares to what the sums are multiplied by. */
  static float scale(float squares) {
    return squares == 0 ? 0 : SparseRow.VIEW_LENGTH / (float) Math.sqrt(squares);
  }
}
