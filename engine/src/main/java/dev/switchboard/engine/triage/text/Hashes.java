package dev.switchboard.engine.triage.text;

/**
 * Hashes of words and n-grams: FNV-1a steps, finished by MurmurHash3's 32-bit mix (both public
 * domain), so that the highest bits can be taken as an index. Part of every stored model: never
 * change a constant.
 */
final class Hashes {
  static final int WORD_SEED = 0x811C9DC5;
  static final int CHARS_SEED = 0x2F0B4C47;
  static final int STEM_SEED = 0x3C6EF372;
  private static final int PRIME = 0x01000193;
  private static final int PAIR = 0x9E3779B1;

  private Hashes() {}

  static int step(int hash, int c) {
    return (hash ^ c) * PRIME;
  }

  /** The hash of a sequence and one more word; not commutative. */
  static int then(int hash, int next) {
    return Integer.rotateLeft(hash * PAIR, 13) + next;
  }

  static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }
}
