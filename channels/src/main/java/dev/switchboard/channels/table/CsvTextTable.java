package dev.switchboard.channels.table;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.channels.csv.CsvRecords;
import dev.switchboard.channels.csv.CsvRow;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of a CSV or TSV file, found by the names in its first line. */
final class CsvTextTable implements TextTable {
  private final CsvRecords records;
  private final int fields;
  private final int[] columns;
  private long bytesRead;

  private CsvTextTable(CsvRecords records, int fields, int[] columns) {
    this.records = records;
    this.fields = fields;
    this.columns = columns;
  }

  static CsvTextTable open(InputStream in, char separator, String name, List<String> columns)
      throws IOException {
    CsvRecords records = CsvRecords.of(in, separator, MAX_ROW_BYTES);
    List<String> header =
        switch (records.next()) {
          case CsvRow.Fields fields -> fields.values().stream().map(String::strip).toList();
          case CsvRow.Malformed bad ->
              throw new UnreadableSource(
                  "%s: line %d: no header: %s".formatted(name, bad.line(), bad.reason()));
          case null ->
              throw new UnreadableSource(
                  "%s is empty: a header line that names the columns is needed".formatted(name));
        };
    int[] places = new int[columns.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(name, columns.get(i), header);
    }
    return new CsvTextTable(records, header.size(), places);
  }

  private static int place(String file, String column, List<String> header) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw UnknownColumn.of(file, column, header);
    }
    if (place != header.lastIndexOf(column)) {
      throw new IllegalArgumentException(
          "%s has two columns named \"%s\": rename one".formatted(file, column));
    }
    return place;
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    CsvRow row = records.next();
    if (row == null) {
      return null;
    }
    bytesRead = row.next().position();
    return switch (row) {
      case CsvRow.Malformed(var line, _, var reason) -> new TableRow.Bad(line, reason);
      case CsvRow.Fields(var line, _, var values) when values.size() != fields ->
          new TableRow.Bad(
              line, fields + " fields expected as in the header, " + values.size() + " found");
      case CsvRow.Fields(var line, _, var values) -> {
        List<@Nullable String> wanted = new ArrayList<>(columns.length);
        for (int column : columns) {
          wanted.add(values.get(column));
        }
        yield new TableRow.Cells(line, wanted);
      }
    };
  }

  @Override
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
