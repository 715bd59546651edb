package dev.switchboard.store.intake;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter (Bloom 1970) over 64-bit hashes, one cache line an entry (Putze, Sanders, Singler
 * 2007): "surely not added", or "maybe". About 1 % of what was not added is "maybe" at the expected
 * number of entries; more when there are more. Any thread.
 *
 * <p>Of our own, since a general one costs intake a seventh of its time in hashing what is a hash
 * already.
 */
final class BitFilter {
  private static final int BITS_PER_ENTRY = 12;
  private static final int PROBES = 6;
  private static final int LONGS_PER_BLOCK = 8;

  private final AtomicLongArray bits;
  private final int blocks;

  BitFilter(long expectedEntries) {
    long wanted = expectedEntries * BITS_PER_ENTRY / (LONGS_PER_BLOCK * Long.SIZE) + 1;
    blocks = (int) Math.min(wanted, Integer.MAX_VALUE / LONGS_PER_BLOCK);
    bits = new AtomicLongArray(blocks * LONGS_PER_BLOCK);
  }

  void add(long hash) {
    long mixed = mix(hash);
    int block = block(mixed);
    long probes = mix(mixed);
    for (int i = 0; i < PROBES; i++, probes >>>= 9) {
      int bit = (int) (probes & 511);
      int word = block + (bit >>> 6);
      long mask = 1L << bit;
      if ((bits.get(word) & mask) == 0) {
        bits.getAndUpdate(word, old -> old | mask);
      }
    }
  }

  boolean maybeAdded(long hash) {
    long mixed = mix(hash);
    int block = block(mixed);
    long probes = mix(mixed);
    for (int i = 0; i < PROBES; i++, probes >>>= 9) {
      int bit = (int) (probes & 511);
      if ((bits.get(block + (bit >>> 6)) & (1L << bit)) == 0) {
        return false;
      }
    }
    return true;
  }

  private int block(long mixed) {
    return (int) (((mixed >>> 32) * blocks) >>> 32) * LONGS_PER_BLOCK;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long hash) {
    long z = hash + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
