package dev.switchboard.store;

import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * Rows on their way into a table: many go by COPY, few by an INSERT that waits with other
 * statements, since a COPY waits for the server twice. One thread; used again after {@link #write}.
 */
public final class NewRows {
  /** From here COPY's lower price a row outweighs its waiting (docs/adr/0014). */
  private static final int MIN_COPY_ROWS = 200;

  private final String table;
  private final String insert;
  private final RowBuffer buffer;

  /**
   * @param table for example {@code posts}
   * @param columns as in {@link RowBuffer}
   */
  public NewRows(String table, String... columns) {
    this.table = table;
    this.buffer = new RowBuffer(columns);
    String arrays = buffer.columns().stream().map(_ -> "?").collect(Collectors.joining(", "));
    this.insert =
        "INSERT INTO %s (%s) SELECT * FROM unnest(%s)"
            .formatted(table, Column.names(buffer.columns()), arrays);
  }

  /** Begins a row. */
  public RowBuffer row() {
    return buffer.row();
  }

  /** Sends the rows, or adds them to the statements that wait; then forgets them. */
  public void write(Statements statements) throws SQLException {
    try {
      if (buffer.rows() < MIN_COPY_ROWS) {
        statements.update(insert, buffer);
      } else {
        statements.run();
        buffer.copyInto(table, statements.connection());
      }
    } finally {
      buffer.clear();
    }
  }

  public void clear() {
    buffer.clear();
  }
}
