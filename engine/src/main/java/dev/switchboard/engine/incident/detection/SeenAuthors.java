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
   * @param stream as {@link Headings#of(Evidence)}
   * @param author as {@link Headings#of(String)} of the name
   */
  boolean isFirst(double hour, long stream, long author) {
    if (Double.isNaN(turned)) {
      turned = hour;
    }
    if (hour - turned >= TURN_HOURS) {
      before = hour - turned >= 2 * TURN_HOURS ? new AuthorSet() : now;
      now = new AuthorSet();
      turned = hour;
    }
    long counted = Headings.mix(author + 0x9E3779B97F4A7C15L * stream);
    long key = AuthorSet.key(author, counted);
    return !before.contains(key) && now.add(key);
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
