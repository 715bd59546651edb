package dev.switchboard.channels.staff;

import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.channels.csv.CsvRecords;
import dev.switchboard.channels.csv.CsvRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of people: CSV with a header (RFC 4180, UTF-8, commas, semicolons or tabs). A bad
 * line costs only itself.
 */
public final class StaffFile {
  /** The columns that there are; the first two must be there, in any order. */
  public static final List<String> COLUMNS =
      List.of(
          "name",
          "login",
          "role",
          "teams",
          "brands",
          "languages",
          "skills",
          "capacity",
          "shifts",
          "volunteer_topics");

  public static final int MAX_PEOPLE = 5_000;
  public static final int MAX_BYTES = 8 << 20;
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private StaffFile() {}

  /**
   * Reads all lines.
   *
   * @throws UnreadableSource with a sentence, if the header is not one of people, or there are more
   *     than 5,000 lines
   */
  public static List<StaffLine> read(byte[] file) throws IOException {
    List<StaffLine> lines = new ArrayList<>();
    try (CsvRecords records = open(file)) {
      List<String> header = header(records.next());
      for (CsvRow row = records.next(); row != null; row = records.next()) {
        if (lines.size() == MAX_PEOPLE) {
          throw new UnreadableSource(
              "A file of people may have %,d lines; split it.".formatted(MAX_PEOPLE));
        }
        lines.add(line(header, row));
      }
    }
    return lines;
  }

  private static CsvRecords open(byte[] file) {
    InputStream in = new ByteArrayInputStream(file);
    return CsvRecords.of(in, separator(file), MAX_LINE_BYTES);
  }

  /** Spreadsheets of some countries write semicolons: whichever the header has most of. */
  private static char separator(byte[] file) {
    int[] counts = new int[128];
    for (byte b : file) {
      if (b == '\n') {
        break;
      }
      if (b > 0) {
        counts[b]++;
      }
    }
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = counts[candidate] > counts[best] ? candidate : best;
    }
    return best;
  }

  private static List<String> header(@Nullable CsvRow row) throws UnreadableSource {
    List<String> found =
        row instanceof CsvRow.Fields fields
            ? fields.values().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList()
            : List.of();
    if (!found.contains("name") || !found.contains("login")) {
      throw new UnreadableSource(
          "This is no file of people: its first line should name the columns, such as \"%s\"."
              .formatted(String.join(",", COLUMNS)));
    }
    for (String column : found) {
      if (!COLUMNS.contains(column) || found.indexOf(column) != found.lastIndexOf(column)) {
        throw new UnreadableSource(
            "The column \"%s\" is unknown or there twice; there may be: %s."
                .formatted(column, String.join(", ", COLUMNS)));
      }
    }
    return found;
  }

  private static StaffLine line(List<String> header, CsvRow row) {
    return switch (row) {
      case CsvRow.Malformed(var line, _, var reason) -> new StaffLine.Bad(line, reason);
      case CsvRow.Fields(var line, _, var values) when values.size() != header.size() ->
          new StaffLine.Bad(
              line,
              "%d fields expected as in the header, %d found"
                  .formatted(header.size(), values.size()));
      case CsvRow.Fields(var line, _, var values) -> {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          fields.put(header.get(i), values.get(i).strip());
        }
        try {
          yield new StaffFields(fields).person(line);
        } catch (IllegalArgumentException e) {
          yield new StaffLine.Bad(line, String.valueOf(e.getMessage()));
        }
      }
    };
  }
}
