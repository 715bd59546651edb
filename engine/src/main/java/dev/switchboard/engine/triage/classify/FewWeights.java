package dev.switchboard.engine.triage.classify;

/**
 * One or two scores: a feature's hash, the square of its rarity and its weights times rarity share
 * sixteen bytes, so that a look-up touches one cache line. Open addressing, at most half full.
 */
final class FewWeights implements HashedWeights {
  static final int SCORES = 2;
  private static final int WIDTH = 4;

  /** Hash, square, first weight, second weight; the last three as the bits of floats. */
  private final int[] slots;

  private final int mask;

  FewWeights(Vocabulary vocabulary, float[][] weights) {
    int[] hashes = vocabulary.hashes();
    int capacity = Integer.highestOneBit(Math.max(16, hashes.length)) * 4;
    this.slots = new int[capacity * WIDTH];
    this.mask = slots.length - 1;
    int first = vocabulary.places() - hashes.length;
    for (int i = 0; i < hashes.length; i++) {
      float rarity = vocabulary.rarity(first + i);
      int at = slot(hashes[i]);
      slots[at] = hashes[i];
      slots[at + 1] = Float.floatToRawIntBits(rarity * rarity);
      for (int k = 0; k < weights.length; k++) {
        slots[at + 2 + k] = Float.floatToRawIntBits(weights[k][first + i] * rarity);
      }
    }
  }

  /** A hash that is not known finds an empty slot, whose zeros can be added. */
  @Override
  public void add(int[] hashes, int count, float[] into) {
    float squares = 0;
    float first = 0;
    float second = 0;
    for (int i = 0; i < count; i++) {
      int at = slot(hashes[i]);
      squares += Float.intBitsToFloat(slots[at + 1]);
      first += Float.intBitsToFloat(slots[at + 2]);
      second += Float.intBitsToFloat(slots[at + 3]);
    }
    float scale = HashedWeights.scale(squares);
    into[0] += first * scale;
    into[1] += second * scale;
  }

  /** Where a hash is, or would be; a slot without a square is empty. */
  private int slot(int hash) {
    int at = hash * WIDTH & mask;
    while (slots[at] != hash && slots[at + 1] != 0) {
      at = at + WIDTH & mask;
    }
    return at;
  }
}
