package dev.switchboard.channels.csv;

import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.UnreadableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header: its columns are looked up by name, its records counted by fields. */
public final class CsvTable implements AutoCloseable {
  private final List<String> header;
  private final CsvRecords records;

  private CsvTable(List<String> header, CsvRecords records) {
    this.header = header;
    this.records = records;
  }

  /**
   * Opens a file and checks its header; other columns than the expected ones are allowed.
   *
   * @param what the kind of file, for the message
   * @throws UnreadableSource if an expected column is missing
   */
  public static CsvTable open(Path file, ResumePoint at, String what, List<String> expected)
      throws IOException {
    List<String> header = header(file, what, expected);
    CsvRecords records = CsvRecords.open(file, at);
    if (at.equals(ResumePoint.START)) {
      records.next();
    }
    return new CsvTable(header, records);
  }

  /** Where a column is, from 0; asked of expected columns only. */
  public int column(String name) {
    return header.indexOf(name);
  }

  /** The next record, or null at the end; malformed too if it has too many or too few fields. */
  public @Nullable CsvRow next() throws IOException {
    CsvRow row = records.next();
    return switch (row) {
      case CsvRow.Fields(var line, var next, var values) when values.size() != header.size() ->
          new CsvRow.Malformed(
              line,
              next,
              header.size() + " fields expected as in the header, " + values.size() + " found");
      case CsvRow.Fields fields -> fields;
      case CsvRow.Malformed malformed -> malformed;
      case null -> null;
    };
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static List<String> header(Path file, String what, List<String> expected)
      throws IOException {
    try (CsvRecords records = CsvRecords.open(file, ResumePoint.START)) {
      List<String> found =
          records.next() instanceof CsvRow.Fields fields ? fields.values() : List.of();
      Set<String> missing = new HashSet<>(expected);
      found.forEach(missing::remove);
      if (!missing.isEmpty() || Set.copyOf(found).size() != found.size()) {
        String shown = String.join(",", found);
        throw new UnreadableSource(
            "%s is no %s file: its first line should be \"%s\", not \"%s\""
                .formatted(
                    file,
                    what,
                    String.join(",", expected),
                    shown.substring(0, Math.min(shown.length(), 200))));
      }
      return found;
    }
  }
}
