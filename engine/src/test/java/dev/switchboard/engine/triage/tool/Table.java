package dev.switchboard.engine.triage.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A delimited file with a head row; fields may be quoted and hold line breaks (RFC 4180).
 *
 * @param head the names of the columns
 * @param rows the fields of each row, as many as the head has
 */
public record Table(List<String> head, List<List<String>> rows) {
  /** Reads a file whose name ends in .csv or .tsv; rows of another length are left out. */
  public static Table read(Path file) throws IOException {
    char delimiter = file.toString().endsWith(".tsv") ? '\t' : ',';
    List<List<String>> all = parse(Files.readString(file), delimiter);
    List<String> head = all.getFirst();
    return new Table(
        head,
        all.subList(1, all.size()).stream().filter(row -> row.size() == head.size()).toList());
  }

  /** Where a column stands. */
  public int column(String name) {
    int at = head.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("no column " + name + " in " + head);
    }
    return at;
  }

  private static List<List<String>> parse(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append(c);
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == delimiter || c == '\n') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (!field.isEmpty() || !row.isEmpty()) {
      row.add(field.toString());
      rows.add(row);
    }
    return rows;
  }
}
