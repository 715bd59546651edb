package dev.switchboard.server.cli;

import dev.switchboard.channels.table.TableFormat;
import dev.switchboard.channels.table.TableRow;
import dev.switchboard.channels.table.TextTable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads files row by row: names the bad rows, counts them, shows how far it is. With {@code
 * --strict} the first bad row ends it.
 */
final class TableReading {
  private static final String STDIN = "-";
  private static final int MAX_BAD_ROWS_SHOWN = 100;

  private final TableOptions options;
  private final PrintWriter words;
  private long bad;

  TableReading(TableOptions options, PrintWriter words) {
    this.options = options;
    this.words = words;
    for (String file : options.files) {
      if (!file.equals(STDIN) && !isFile(Path.of(file))) {
        throw new IllegalArgumentException("There is no file %s to read".formatted(file));
      }
    }
    if (options.files.stream().filter(STDIN::equals).count() > 1) {
      throw new IllegalArgumentException("stdin can be read once only: give - once");
    }
  }

  /** Takes a row's values; says what is wrong with them, or null. */
  interface Rows {
    @Nullable String row(List<@Nullable String> values) throws IOException;
  }

  /** Reads all files; values are those of the columns, in that order. */
  void read(List<String> columns, Rows to) throws IOException {
    for (String file : options.files) {
      try (Progress progress = Progress.ofBytes(file, size(file));
          TextTable table = open(file, columns)) {
        for (TableRow row = table.next(); row != null; row = table.next()) {
          String reason =
              switch (row) {
                case TableRow.Bad(_, var why) -> why;
                case TableRow.Cells(_, var values) -> to.row(values);
              };
          if (reason != null) {
            bad(file, row.line(), reason);
          }
          progress.to(table.bytesRead());
        }
      }
    }
    if (bad > 0) {
      words.printf("%,d bad %s left out.%n", bad, bad == 1 ? "row was" : "rows were");
    }
  }

  private void bad(String file, long line, String reason) {
    bad++;
    String what = "%s: line %d: %s".formatted(file, line, reason);
    if (options.strict) {
      throw new CannotGoOn(what);
    }
    if (bad <= MAX_BAD_ROWS_SHOWN) {
      words.println(what);
    } else if (bad == MAX_BAD_ROWS_SHOWN + 1) {
      words.println("more bad rows follow; they are counted only");
    }
  }

  private TextTable open(String file, List<String> columns) throws IOException {
    InputStream in = file.equals(STDIN) ? System.in : Files.newInputStream(Path.of(file));
    BufferedInputStream peekable = TableFormat.peekable(in);
    TableFormat format = format(file, peekable);
    return TextTable.open(peekable, format, file.equals(STDIN) ? "stdin" : file, columns);
  }

  private TableFormat format(String file, BufferedInputStream in) throws IOException {
    if (options.format != null) {
      return TableFormat.named(options.format);
    }
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return TableFormat.NDJSON;
    }
    return name.endsWith(".tsv") ? TableFormat.TSV : TableFormat.detect(in);
  }

  private static long size(String file) throws IOException {
    return file.equals(STDIN) ? 0 : Files.size(Path.of(file));
  }

  /** A pipe in the shell's place of a file is fine too. */
  private static boolean isFile(Path file) {
    return Files.isReadable(file) && !Files.isDirectory(file);
  }
}
