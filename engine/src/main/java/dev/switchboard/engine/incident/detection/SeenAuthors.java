package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Who was counted in which stream in the last day or two. Two sets take turns: the older one is
 * emptied each day, so memory is bounded by two days' reports.
 */
final class SeenAuthors {
  private static final double TURN_HOURS = 24;

  private AuthorSet now = new AuthorSet();
  private AuthorSet before = new AuthorSet();
  private double turned = Double.NaN;

  /**
   * Whether this author was not yet counted in this stream; from now on they are.
   *
   * @param author as {@link #hash(String)} of the name
   */
  boolean isFirst(double hour, Evidence stream, long author) {
    if (Double.isNaN(turned)) {
      turned = hour;
    }
    if (hour - turned >= TURN_HOURS) {
      before = hour - turned >= 2 * TURN_HOURS ? new AuthorSet() : now;
      now = new AuthorSet();
      turned = hour;
    }
    long counted = mix(author + 0x9E3779B97F4A7C15L * mix(hash(stream)));
    long key = AuthorSet.key(author, counted);
    return !before.contains(key) && now.add(key);
  }

  private static long hash(Evidence stream) {
    return switch (stream) {
      case Evidence.Volume _ -> 1;
      case Evidence.About about -> mix(2 + hash(about.intent()));
      case Evidence.Group group -> mix(3 + mix(group.id()));
      case Evidence.Term term -> mix(5 + hash(term.word()));
      case Evidence.Theme theme -> mix(7 + mix(theme.anchor()));
    };
  }

  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  void write(DataOutput out) throws IOException {
    now.write(out);
    before.write(out);
    out.writeDouble(turned);
  }

  static SeenAuthors read(DataInput in) throws IOException {
    SeenAuthors read = new SeenAuthors();
    read.now = AuthorSet.read(in);
    read.before = AuthorSet.read(in);
    read.turned = in.readDouble();
    return read;
  }
}
