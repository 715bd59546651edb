package dev.switchboard.channels.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.lines.ByteLines;
import dev.switchboard.channels.lines.Resuming;
import dev.switchboard.channels.lines.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file record by record (RFC 4180, UTF-8, commas unless said), so that a malformed one
 * costs only itself: after it, reading goes on at the line behind the one where it began. A quote
 * that is never closed is therefore named and does not swallow what follows.
 *
 * <p>Holds one record of at most {@link #MAX_RECORD_BYTES}, unless said. For one thread.
 */
public final class CsvRecords implements AutoCloseable {
  /** The longest record, in bytes. */
  public static final int MAX_RECORD_BYTES = 256 * 1024;

  private final ByteLines lines;
  private final char separator;
  private final int maxRecordBytes;
  private final Deque<Line> again = new ArrayDeque<>();
  private final CsvReader.CsvReaderBuilder csv;

  /** A line of the file with its own copy of the bytes, null if there were too many. */
  private record Line(long number, byte @Nullable [] bytes, ResumePoint next) {}

  private CsvRecords(InputStream in, ResumePoint at, char separator, int maxRecordBytes) {
    this.lines = new ByteLines(in, at, maxRecordBytes);
    this.separator = separator;
    this.maxRecordBytes = maxRecordBytes;
    this.csv = CsvReader.builder().fieldSeparator(separator).maxBufferSize(2 * maxRecordBytes);
  }

  /** Opens a file at its start, or behind a record that an earlier reading handed out. */
  public static CsvRecords open(Path file, ResumePoint at) throws IOException {
    return new CsvRecords(Resuming.open(file, at), at, ',', MAX_RECORD_BYTES);
  }

  /** Reads a stream, which is closed with this; fields stand apart by an ASCII separator. */
  public static CsvRecords of(InputStream in, char separator, int maxRecordBytes) {
    return new CsvRecords(in, ResumePoint.START, separator, maxRecordBytes);
  }

  /** The next record, or null at the end. Blank lines between records are skipped. */
  public @Nullable CsvRow next() throws IOException {
    Line first = nextLine();
    while (first != null && first.bytes() != null && isBlank(first.bytes())) {
      first = nextLine();
    }
    return first == null ? null : record(first);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private CsvRow record(Line first) throws IOException {
    if (first.bytes() == null) {
      return malformed(first, "the line is longer than " + maxRecordBytes + " bytes");
    }
    List<Line> parts = new ArrayList<>(1);
    QuoteScan quotes = new QuoteScan(separator);
    int sizeBytes = 0;
    Line line = first;
    while (true) {
      byte[] bytes = line.bytes();
      parts.add(line);
      sizeBytes += bytes == null ? maxRecordBytes : bytes.length + 1;
      if (bytes == null || sizeBytes > maxRecordBytes + 1) {
        return startOver(parts, unclosed(quotes, "within " + maxRecordBytes + " bytes"));
      }
      quotes.line(bytes, 0, bytes.length, line.number());
      if (quotes.problem() != null) {
        return startOver(parts, quotes.problem());
      }
      if (!quotes.isOpen()) {
        return fields(parts, sizeBytes);
      }
      line = nextLine();
      if (line == null) {
        return startOver(parts, unclosed(quotes, "before the end of the file"));
      }
    }
  }

  private CsvRow fields(List<Line> parts, int sizeBytes) {
    byte[] bytes = joined(parts, sizeBytes);
    int wrong = Utf8.firstWrong(bytes, 0, bytes.length);
    if (wrong >= 0) {
      return startOver(parts, "not UTF-8 at byte " + (wrong + 1) + " of the record");
    }
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      List<String> values = csv.ofSingleCsvRecord(text).getFields();
      return new CsvRow.Fields(parts.getFirst().number(), parts.getLast().next(), values);
    } catch (CsvParseException e) {
      return startOver(parts, "not a CSV record: " + e.getMessage());
    }
  }

  /** Refuses the record that began on the first line, and reads the lines behind it once more. */
  private CsvRow startOver(List<Line> parts, String reason) {
    for (int i = parts.size() - 1; i > 0; i--) {
      again.addFirst(parts.get(i));
    }
    return malformed(parts.getFirst(), reason);
  }

  private static CsvRow malformed(Line line, String reason) {
    return new CsvRow.Malformed(line.number(), line.next(), reason);
  }

  private static String unclosed(QuoteScan quotes, String where) {
    return "the quote that opens a field on line "
        + quotes.quoteLine()
        + " is not closed "
        + where
        + ": double the quotes inside a field";
  }

  private @Nullable Line nextLine() throws IOException {
    Line put = again.pollFirst();
    if (put != null) {
      return put;
    }
    if (!lines.next()) {
      return null;
    }
    byte[] bytes = null;
    if (!lines.isTooLong()) {
      boolean isFirst = lines.number() == 1;
      int from =
          isFirst ? Utf8.afterByteOrderMark(lines.bytes(), lines.from(), lines.to()) : lines.from();
      bytes = Arrays.copyOfRange(lines.bytes(), from, lines.to());
    }
    return new Line(lines.number(), bytes, lines.end());
  }

  private static byte[] joined(List<Line> parts, int sizeBytes) {
    byte[] all = new byte[sizeBytes];
    int at = 0;
    for (Line part : parts) {
      byte[] bytes = part.bytes() == null ? new byte[0] : part.bytes();
      System.arraycopy(bytes, 0, all, at, bytes.length);
      at += bytes.length;
      all[at++] = '\n';
    }
    return all;
  }

  private static boolean isBlank(byte[] bytes) {
    return bytes.length == 0 || bytes.length == 1 && bytes[0] == '\r';
  }
}
