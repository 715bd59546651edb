package dev.switchboard.channels.table;

import dev.switchboard.channels.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a file, row by row in its order, holding one row at a time. A row that cannot be
 * read is handed out as {@link TableRow.Bad} and does not stop the table. For one thread.
 */
public interface TextTable extends AutoCloseable {
  /** The longest row, in bytes: texts of 1 MB fit, however they are escaped. */
  int MAX_ROW_BYTES = 8 << 20;

  /**
   * Opens a file that may begin with a byte order mark.
   *
   * @param in is closed with the table
   * @param name what messages call the file
   * @param columns those wanted; the first must be in the first object of an NDJSON file
   * @throws UnreadableSource if the file has no header; final
   * @throws IllegalArgumentException if a column is not there, with the nearest that is
   */
  static TextTable open(InputStream in, TableFormat format, String name, List<String> columns)
      throws IOException {
    try {
      return switch (format) {
        case CSV -> CsvTextTable.open(in, ',', name, columns);
        case TSV -> CsvTextTable.open(in, '\t', name, columns);
        case NDJSON -> NdjsonTextTable.open(in, name, columns);
      };
    } catch (IOException | IllegalArgumentException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The next row, or null at the end.
   *
   * @throws IllegalArgumentException at the end, if an NDJSON file never had one of the columns
   */
  @Nullable TableRow next() throws IOException;

  /** How many bytes have been read up to the end of the last row. */
  long bytesRead();

  @Override
  void close() throws IOException;
}
