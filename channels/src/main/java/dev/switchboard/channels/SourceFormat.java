package dev.switchboard.channels;

import dev.switchboard.channels.airline.AirlinePosts;
import dev.switchboard.channels.lines.ByteLines;
import dev.switchboard.channels.lines.Utf8;
import dev.switchboard.channels.ndjson.NdjsonSource;
import dev.switchboard.channels.twcs.TwcsPosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The formats of files that posts can be imported from. */
public enum SourceFormat {
  NDJSON {
    @Override
    public PostSource open(Path file, ResumePoint at) throws IOException {
      return NdjsonSource.open(file, at);
    }
  },
  TWCS {
    @Override
    public PostSource open(Path file, ResumePoint at) throws IOException {
      return TwcsPosts.open(file, at);
    }
  },
  AIRLINE {
    @Override
    public PostSource open(Path file, ResumePoint at) throws IOException {
      return AirlinePosts.open(file, at);
    }
  };

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  /**
   * Opens a file at {@link ResumePoint#START} or at the {@link SourceLine#next()} of a line read
   * earlier.
   *
   * @throws UnreadableSource if the file is of another format or changed since; final
   */
  public abstract PostSource open(Path file, ResumePoint at) throws IOException;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Tells the format by the first line; an empty file counts as NDJSON.
   *
   * @throws UnreadableSource if it is none of these
   */
  public static SourceFormat detect(Path file) throws IOException {
    String first = firstLine(file).strip();
    Set<String> columns = new HashSet<>(Arrays.asList(first.replace("\"", "").split(",")));
    if (columns.containsAll(TwcsPosts.HEADER)) {
      return TWCS;
    }
    if (columns.containsAll(AirlinePosts.HEADER)) {
      return AIRLINE;
    }
    if (first.isEmpty() || first.startsWith("{")) {
      return NDJSON;
    }
    throw new UnreadableSource(
        file
            + " begins neither with a JSON object nor with the header of a known CSV export"
            + ": name its format (ndjson, twcs or airline)");
  }

  private static String firstLine(Path file) throws IOException {
    try (ByteLines lines =
        new ByteLines(Files.newInputStream(file), ResumePoint.START, MAX_HEADER_BYTES)) {
      if (!lines.next()) {
        return "";
      }
      if (lines.isTooLong()) {
        return "{";
      }
      int from = Utf8.afterByteOrderMark(lines.bytes(), lines.from(), lines.to());
      return new String(lines.bytes(), from, lines.to() - from, StandardCharsets.UTF_8);
    }
  }
}
