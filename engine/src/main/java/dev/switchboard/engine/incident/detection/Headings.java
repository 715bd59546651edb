package dev.switchboard.engine.incident.detection;

import java.util.List;

/** Headings by 64 bits of hash: equal for equal ones, and for others by that chance only. */
final class Headings {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  static final long VOLUME = of(Evidence.VOLUME);

  private Headings() {}

  /** Those of a report, in its order. */
  static long[] of(List<Evidence> evidence) {
    long[] all = new long[evidence.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = of(evidence.get(i));
    }
    return all;
  }

  /** Never 0. */
  static long of(Evidence heading) {
    long mixed = mix(plain(heading));
    return mixed == 0 ? 1 : mixed;
  }

  private static long plain(Evidence heading) {
    return switch (heading) {
      case Evidence.Volume _ -> 1;
      case Evidence.About about -> mix(2 + of(about.intent()));
      case Evidence.Group group -> mix(3 + mix(group.id()));
      case Evidence.Term term -> mix(5 + of(term.word()));
      case Evidence.Theme theme -> mix(7 + mix(theme.anchor()));
    };
  }

  /** Of a text, not mixed: FNV-1a over its characters. */
  static long of(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
