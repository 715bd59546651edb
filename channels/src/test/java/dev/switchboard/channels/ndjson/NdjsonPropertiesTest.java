package dev.switchboard.channels.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.engine.post.PostCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NdjsonPropertiesTest {
  private static final String GOOD =
      "{\"id\":\"the one\",\"channel\":\"x:@acme\",\"author\":\"a\",\"text\":\"t\","
          + "\"createdAt\":\"2026-01-01T00:00:00Z\"}";

  @Property
  void anyBytesAreReadWithoutAnException(@ForAll("bytes") byte[] body) {
    for (ParsedLine line : allForms(body)) {
      if (line instanceof ParsedLine.Good(_, var draft)) {
        assertThat(PostCheck.check(draft, Instant.EPOCH)).isNotNull();
      }
    }
  }

  @Property
  void almostJsonIsReadWithoutAnException(@ForAll("almostJson") String body) {
    for (ParsedLine line : allForms(body.getBytes(UTF_8))) {
      if (line instanceof ParsedLine.Good(_, var draft)) {
        assertThat(PostCheck.check(draft, Instant.EPOCH)).isNotNull();
      }
    }
  }

  @Property
  void aGoodLineBetweenAnyTwoLinesIsAlwaysFound(
      @ForAll("bytes") byte[] before, @ForAll("almostJson") String after) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(before);
    body.writeBytes(("\n" + GOOD + "\n" + after).getBytes(UTF_8));
    assertThat(lines(body.toByteArray())).anyMatch(NdjsonPropertiesTest::isTheOne);
  }

  @Property
  void aStreamReadsTheSameAsBytesInMemory(@ForAll("almostJson") String before) throws IOException {
    byte[] body = (before + "\n" + GOOD + "\n" + before).getBytes(UTF_8);
    List<ParsedLine> streamed = new ArrayList<>();
    try (NdjsonSource source = NdjsonSource.of(new ByteArrayInputStream(body))) {
      for (SourceLine line = source.next(); line != null; line = source.next()) {
        streamed.add(line.parsed());
      }
    }
    assertThat(streamed).isEqualTo(lines(body));
  }

  private static boolean isTheOne(ParsedLine line) {
    return line instanceof ParsedLine.Good(_, var draft) && "the one".equals(draft.id());
  }

  private static List<ParsedLine> allForms(byte[] body) {
    List<ParsedLine> parsed = lines(body);
    NdjsonPosts.parseBody(body, parsed::add);
    NdjsonPosts.parseJson(body, parsed::add);
    return parsed;
  }

  private static List<ParsedLine> lines(byte[] body) {
    List<ParsedLine> parsed = new ArrayList<>();
    NdjsonPosts.parseLines(body, parsed::add);
    return parsed;
  }

  @Provide
  static Arbitrary<byte[]> bytes() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
  }

  /** Pieces of JSON in any order, so that readers get further than the first byte. */
  @Provide
  static Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            " ",
            "\"id\":",
            "\"text\":\"x\"",
            "\"id\":\"1\"",
            "1",
            "-1.5e9",
            "true",
            "nul",
            "\\u0000",
            "\\ud83d",
            "\"zip\":",
            "é",
            "😀",
            "{\"id\":\"1\",\"zip\":\"\\ud800\"}",
            "\uFEFF",
            "\0")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }
}
