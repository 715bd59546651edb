package dev.switchboard.channels.table;

import dev.switchboard.channels.lines.Utf8;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The forms of a file with named columns. */
public enum TableFormat {
  /** RFC 4180: commas, quotes, a header line. */
  CSV,
  /** The same with tabs. */
  TSV,
  /** One JSON object a line; its fields are the columns. */
  NDJSON;

  private static final int PEEK_BYTES = 64 * 1024;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TableFormat named(String name) {
    for (TableFormat format : values()) {
      if (format.label().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "--format must be csv, tsv or ndjson, not \"%s\"".formatted(name));
  }

  /**
   * Tells the format by the first line: an object is NDJSON, a tab makes TSV, all else is CSV.
   *
   * @param in stands where it stood before
   */
  public static TableFormat detect(BufferedInputStream in) throws IOException {
    in.mark(PEEK_BYTES);
    byte[] head = in.readNBytes(PEEK_BYTES);
    in.reset();
    int at = Utf8.afterByteOrderMark(head, 0, head.length);
    while (at < head.length && head[at] <= ' ' && head[at] >= 0 && head[at] != '\t') {
      at++;
    }
    if (at < head.length && head[at] == '{') {
      return NDJSON;
    }
    for (; at < head.length && head[at] != '\n'; at++) {
      if (head[at] == '\t') {
        return TSV;
      }
    }
    return CSV;
  }

  /** A stream that {@link #detect} can look into. */
  public static BufferedInputStream peekable(InputStream in) {
    return new BufferedInputStream(in, PEEK_BYTES);
  }
}
