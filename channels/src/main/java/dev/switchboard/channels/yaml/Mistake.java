package dev.switchboard.channels.yaml;

import java.util.Comparator;

/**
 * What is wrong in a file, and where.
 *
 * @param line from 1
 * @param column from 1
 * @param what a sentence without a full stop: what is wrong, what to do
 */
public record Mistake(int line, int column, String what) implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparingInt(Mistake::line)
          .thenComparingInt(Mistake::column)
          .thenComparing(Mistake::what);

  /** For example {@code line 7, column 5: unknown key "stat": did you mean "state"?}. */
  public String text() {
    return "line %d, column %d: %s".formatted(line, column, what);
  }

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }
}
