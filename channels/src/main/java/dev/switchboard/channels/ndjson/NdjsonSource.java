package dev.switchboard.channels.ndjson;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.PostSource;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.lines.ByteLines;
import dev.switchboard.channels.lines.Resuming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Posts from a stream of any length, one JSON object a line, holding one line at a time. */
public final class NdjsonSource implements PostSource {
  private final ByteLines lines;

  private NdjsonSource(InputStream in, ResumePoint at) {
    this.lines = new ByteLines(in, at, NdjsonPosts.MAX_LINE_BYTES);
  }

  /** Reads a file from a place where an earlier reading stopped, or from its start. */
  public static NdjsonSource open(Path file, ResumePoint at) throws IOException {
    return new NdjsonSource(Resuming.open(file, at), at);
  }

  /** Reads a stream, which is closed with the source. */
  public static NdjsonSource of(InputStream in) {
    return new NdjsonSource(in, ResumePoint.START);
  }

  @Override
  public @Nullable SourceLine next() throws IOException {
    while (lines.next()) {
      if (lines.isTooLong()) {
        return new SourceLine(NdjsonPosts.tooLong(lines.number()), lines.end());
      }
      if (!JsonObjects.isBlank(lines.bytes(), lines.from(), lines.to())) {
        ParsedLine parsed =
            PostReader.read(lines.bytes(), lines.from(), lines.to(), lines.number());
        return new SourceLine(parsed, lines.end());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
