package dev.switchboard.channels.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonSourceTest {
  @TempDir Path folder;

  @Test
  void readingGoesOnWhereItStopped() throws IOException {
    Path file = folder.resolve("posts.ndjson");
    Files.writeString(file, "{\"id\":\"1\",\"text\":\"é\"}\r\n\nbroken\n{\"id\":\"4\"}");
    List<SourceLine> all = read(file, ResumePoint.START);
    assertThat(all).extracting(line -> line.parsed().line()).containsExactly(1L, 3L, 4L);
    assertThat(all.getLast().next()).isEqualTo(new ResumePoint(Files.size(file), 4));
    for (int i = 0; i < all.size(); i++) {
      assertThat(read(file, all.get(i).next())).isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  @Test
  void aFileThatChangedSinceIsNotReadOn() throws IOException {
    Path file = folder.resolve("posts.ndjson");
    Files.writeString(file, "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
    assertThatThrownBy(() -> read(file, new ResumePoint(5, 1)))
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("import it from its start");
    assertThatThrownBy(() -> read(file, new ResumePoint(500, 1)))
        .isInstanceOf(UnreadableSource.class);
  }

  @Test
  void aLineWithoutEndIsPassedOverInBoundedMemory() throws IOException {
    long lineBytes = 3L * Runtime.getRuntime().maxMemory();
    try (NdjsonSource source = NdjsonSource.of(new EndlessLine(Math.min(lineBytes, 1L << 32)))) {
      SourceLine first = Objects.requireNonNull(source.next());
      assertThat(first.parsed())
          .isInstanceOfSatisfying(
              ParsedLine.Bad.class, bad -> assertThat(bad.reason()).startsWith("longer than"));
      SourceLine second = Objects.requireNonNull(source.next());
      assertThat(second.parsed()).isInstanceOf(ParsedLine.Good.class);
      assertThat(second.parsed().line()).isEqualTo(2);
      assertThat(source.next()).isNull();
    }
  }

  private static List<SourceLine> read(Path file, ResumePoint at) throws IOException {
    List<SourceLine> all = new ArrayList<>();
    try (NdjsonSource source = NdjsonSource.open(file, at)) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        all.add(line);
      }
    }
    return all;
  }

  /** One very long line, then a good one. */
  private static final class EndlessLine extends InputStream {
    private static final byte[] GOOD = "\n{\"id\":\"1\"}".getBytes(UTF_8);
    private long left;
    private int good;

    EndlessLine(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      if (left > 0) {
        left--;
        return 'a';
      }
      return good < GOOD.length ? GOOD[good++] : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (left > 0) {
        int count = (int) Math.min(left, length);
        Arrays.fill(to, from, from + count, (byte) 'a');
        left -= count;
        return count;
      }
      int next = read();
      if (next < 0) {
        return -1;
      }
      to[from] = (byte) next;
      return 1;
    }
  }
}
