package dev.switchboard.channels.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a file, or what stands in the place of one. */
public sealed interface TableRow {
  /** The line on which it begins, from 1. */
  long line();

  /**
   * A row.
   *
   * @param values of the columns asked for, in that order; null where an object has no such field
   */
  record Cells(long line, List<@Nullable String> values) implements TableRow {
    static Cells of(long line, @Nullable String[] values) {
      return new Cells(line, Arrays.asList(values));
    }
  }

  /** Not a row; a sentence that says what is wrong. */
  record Bad(long line, String reason) implements TableRow {}
}
