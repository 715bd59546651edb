package dev.switchboard.channels.table;

import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.lines.ByteLines;
import dev.switchboard.channels.lines.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of JSON objects, one object a line; blank lines are passed over. */
final class NdjsonTextTable implements TextTable {
  /** Remembered for the message when a column never comes. */
  private static final int MAX_NAMES = 100;

  private final ByteLines lines;
  private final String name;
  private final List<String> columns;
  private final boolean[] found;
  private final Set<String> names = new LinkedHashSet<>();
  private boolean started;

  private NdjsonTextTable(InputStream in, String name, List<String> columns) {
    this.lines = new ByteLines(in, ResumePoint.START, MAX_ROW_BYTES);
    this.name = name;
    this.columns = List.copyOf(columns);
    this.found = new boolean[columns.size()];
  }

  static NdjsonTextTable open(InputStream in, String name, List<String> columns) {
    return new NdjsonTextTable(in, name, columns);
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    while (lines.next()) {
      if (lines.isTooLong()) {
        return new TableRow.Bad(lines.number(), "longer than " + MAX_ROW_BYTES + " bytes");
      }
      int from = Utf8.afterByteOrderMark(lines.bytes(), lines.from(), lines.to());
      if (!isBlank(lines.bytes(), from, lines.to())) {
        return row(from);
      }
    }
    for (int i = 0; started && i < found.length; i++) {
      if (!found[i]) {
        throw UnknownColumn.of(name, columns.get(i), names);
      }
    }
    return null;
  }

  private TableRow row(int from) {
    int wrong = Utf8.firstWrong(lines.bytes(), from, lines.to());
    if (wrong >= 0) {
      return new TableRow.Bad(
          lines.number(), "not UTF-8 at byte " + (wrong - lines.from() + 1) + " of the line");
    }
    @Nullable String[] values = new @Nullable String[columns.size()];
    ObjectReader reader = new ObjectReader(columns, values, found, names, MAX_NAMES);
    String problem = reader.read(lines.bytes(), from, lines.to());
    if (problem != null) {
      return new TableRow.Bad(lines.number(), problem);
    }
    if (!started && !found[0]) {
      throw UnknownColumn.of(name, columns.getFirst(), names);
    }
    started = true;
    return TableRow.Cells.of(lines.number(), Arrays.copyOf(values, values.length));
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public long bytesRead() {
    return lines.end().position();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
