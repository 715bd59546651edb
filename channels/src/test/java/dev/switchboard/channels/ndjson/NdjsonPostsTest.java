package dev.switchboard.channels.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.ParsedLine.Bad;
import dev.switchboard.channels.ParsedLine.Good;
import dev.switchboard.engine.post.PostDraft;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonPostsTest {
  private static final String GOOD = "{\"id\":\"1\",\"text\":\"hello\"}";

  @Test
  void everyFieldComesThroughAsSent() {
    PostDraft draft =
        good(
            """
            {"id":"1","channel":"x:@acme","brand":"Acme","author":"kim","text":"caf\\u00e9 \\ud83d\\ude00 é😀",\
            "createdAt":"2026-03-01T11:59:00Z","direction":"in","kind":"reply","inReplyTo":"0",\
            "language":"en","url":"https://x.com/1","authorFollowers":12,"editedAt":"e","deletedAt":"d"}""");
    assertThat(draft)
        .isEqualTo(
            new PostDraft(
                "1",
                "x:@acme",
                "Acme",
                "kim",
                "café 😀 é😀",
                "2026-03-01T11:59:00Z",
                "in",
                "reply",
                "0",
                "en",
                "https://x.com/1",
                12,
                "e",
                "d",
                null));
  }

  @Test
  void unknownFieldsKeepTheirExactValues() {
    PostDraft draft =
        good(
            """
            {"score" : 1.10e2, "id":"1","media":[{"url":"a","w":[1, 2]}],"text":"t","big":12345678901234567890.0,\
            "é\\n":"\\u0041","flag":true ,"none":null,"last":-0}""");
    assertThat(draft.extraJson())
        .isEqualTo(
            """
            {"score" : 1.10e2,"media":[{"url":"a","w":[1, 2]}],"big":12345678901234567890.0,\
            "é\\n":"\\u0041","flag":true,"none":null,"last":-0}""");
    assertThat(draft.text()).isEqualTo("t");
  }

  @Test
  void whatNoDatabaseCanHoldIsReplacedInUnknownFields() {
    PostDraft draft =
        good("{\"a\":\"\\u0000 \\ud83d\\ude00 \\ud83dx \\uDE00 \\\\u0000\",\"\\u0000\":1}");
    assertThat(draft.extraJson())
        .isEqualTo("{\"a\":\"\\ufffd \\ud83d\\ude00 \\ufffdx \\ufffd \\\\u0000\",\"\\ufffd\":1}");
  }

  @Test
  void idsGivenAsNumbersCountAsTheirDigits() {
    PostDraft draft = good("{\"id\":90071992547409931,\"author\":7,\"inReplyTo\":8}");
    assertThat(draft.id()).isEqualTo("90071992547409931");
    assertThat(draft.author()).isEqualTo("7");
    assertThat(draft.inReplyTo()).isEqualTo("8");
  }

  @Test
  void nullCountsAsAbsent() {
    assertThat(good("{\"id\":null,\"authorFollowers\":null}").id()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":7} | text must be a string, not a number at byte 9",
        "{\"text\":[\"a\"]} | text must be a string, not an array at byte 9",
        "{\"id\":1.5} | id must be a string (or a whole number), not a number at byte 7",
        "{\"id\":{}} | id must be a string (or a whole number), not an object at byte 7",
        "{\"authorFollowers\":\"7\"} | authorFollowers must be a whole number up to 2147483647, not a string",
        "{\"authorFollowers\":2147483648} | authorFollowers must be a whole number up to 2147483647",
        "{\"id\":\"1\",\"id\":\"2\"} | field \"id\" is given twice at byte 11",
        "{\"zip\":\"1\",\"zip\":\"2\"} | field \"zip\" is given twice",
        "{\"id\":\"1\"} {} | something follows the object at byte 12",
        "{\"id\":\"1\"}] | not JSON at byte",
        "{\"id\":\"1\" | not JSON at byte",
        "{\"id\":\"1} | not JSON at byte",
        "{id:1} | not JSON at byte 2",
        "{\"zip\":{\"a\":tru}} | not JSON",
        "[1] | a post must be a JSON object, not an array",
        "7 | a post must be a JSON object, not a number",
        "null | a post must be a JSON object, not null",
        "hello | not JSON at byte",
      })
  void aBadLineSaysWhatAndWhereAndItsNeighboursAreKept(String line, String reason) {
    List<ParsedLine> parsed = lines(GOOD + "\n" + line + "\n" + GOOD);
    assertThat(parsed).hasSize(3);
    assertThat(parsed.get(0)).isInstanceOf(Good.class);
    assertThat(parsed.get(1))
        .isInstanceOfSatisfying(
            Bad.class,
            bad -> {
              assertThat(bad.line()).isEqualTo(2);
              assertThat(bad.reason()).startsWith(reason);
            });
    assertThat(parsed.get(2)).isInstanceOf(Good.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
    for (byte[] wrong :
        List.of(
            bytes(0xFF), bytes(0xC0, 0x80), bytes(0xED, 0xA0, 0x80), bytes(0xE2, 0x82), bytes(0))) {
      List<ParsedLine> parsed = lines(join(GOOD + "\n{\"id\":\"", wrong, "\"}\n" + GOOD + "\n"));
      assertThat(parsed).hasSize(3);
      assertThat(parsed.get(1))
          .isEqualTo(new Bad(2, "not UTF-8 at byte 8: send the text as UTF-8"));
    }
  }

  @Test
  void blankLinesAndCarriageReturnsAndByteOrderMarksAreNoMistake() {
    List<ParsedLine> parsed = lines("\uFEFF" + GOOD + "\r\n\r\n  \n" + GOOD + "\r\n");
    assertThat(parsed).extracting(ParsedLine::line).containsExactly(1L, 4L);
    assertThat(parsed).hasOnlyElementsOfType(Good.class);
  }

  @Test
  void unknownFieldsBehindAByteOrderMarkKeepTheirValues() {
    assertThat(((Good) lines("\uFEFF{\"a\":1}").getFirst()).draft().extraJson())
        .isEqualTo("{\"a\":1}");
  }

  @Test
  void aLineTooLongIsRefusedAndItsNeighboursAreKept() {
    String text = "a".repeat(NdjsonPosts.MAX_LINE_BYTES);
    List<ParsedLine> parsed = lines(GOOD + "\n{\"text\":\"" + text + "\"}\n" + GOOD);
    assertThat(parsed).hasSize(3);
    assertThat(parsed.get(1))
        .isInstanceOfSatisfying(Bad.class, bad -> assertThat(bad.reason()).startsWith("longer"));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    List<ParsedLine> parsed = lines("{\"a\":" + "[".repeat(100_000) + "\n" + GOOD);
    assertThat(parsed.get(0)).isInstanceOf(Bad.class);
    assertThat(parsed.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void aFieldNameWithoutEndIsRefused() {
    List<ParsedLine> parsed = lines("{\"" + "n".repeat(5_000) + "\":1}\n" + GOOD);
    assertThat(parsed.get(0)).isInstanceOf(Bad.class);
    assertThat(parsed.get(1)).isInstanceOf(Good.class);
  }

  @Test
  void anArrayIsReadElementByElement() {
    List<ParsedLine> parsed =
        body(" [ " + GOOD + ",\n {\"id\":\"2\",\"text\":\"a ] , [ \\\" \\\\\",\"x\":[[{}],{}]} ] ");
    assertThat(parsed).extracting(ParsedLine::line).containsExactly(1L, 2L);
    assertThat(((Good) parsed.get(1)).draft().text()).isEqualTo("a ] , [ \" \\");
    assertThat(((Good) parsed.get(1)).draft().extraJson()).isEqualTo("{\"x\":[[{}],{}]}");
    assertThat(body("[]")).isEmpty();
    assertThat(body("[ \n ]")).isEmpty();
    assertThat(body("  ")).isEmpty();
  }

  @Test
  void aBadElementIsNamedByItsNumberAndItsNeighboursAreKept() {
    List<ParsedLine> parsed = body("[" + GOOD + ",{\"text\":7},tru,," + GOOD + "]");
    assertThat(parsed).extracting(ParsedLine::line).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(parsed.get(0)).isInstanceOf(Good.class);
    assertThat(parsed.subList(1, 4)).hasOnlyElementsOfType(Bad.class);
    assertThat(parsed.get(4)).isInstanceOf(Good.class);
  }

  @Test
  void anArrayCutOffKeepsWhatCameAndSaysSo() {
    List<ParsedLine> parsed = body("[" + GOOD + "," + GOOD + ",");
    assertThat(parsed).hasSize(3);
    assertThat(parsed.get(2))
        .isEqualTo(new Bad(3, "the array is not closed by ]: the body was cut off, send it again"));
  }

  @Test
  void whatFollowsAnArrayIsRefused() {
    assertThat(body("[" + GOOD + "] x").get(1))
        .isEqualTo(new Bad(2, "something follows the array at byte 28: send one array"));
  }

  @Test
  void aSingleObjectMaySpanLinesWhereJsonWasPromised() {
    List<ParsedLine> parsed = new ArrayList<>();
    NdjsonPosts.parseJson("{\n\"id\":\n\"1\"}\n".getBytes(UTF_8), parsed::add);
    assertThat(parsed).hasOnlyElementsOfType(Good.class).hasSize(1);
  }

  private static PostDraft good(String line) {
    assertThat(lines(line)).singleElement().isInstanceOf(Good.class);
    return ((Good) lines(line).getFirst()).draft();
  }

  private static List<ParsedLine> lines(String text) {
    return lines(text.getBytes(UTF_8));
  }

  private static List<ParsedLine> lines(byte[] bytes) {
    List<ParsedLine> parsed = new ArrayList<>();
    NdjsonPosts.parseLines(bytes, parsed::add);
    return parsed;
  }

  private static List<ParsedLine> body(String text) {
    List<ParsedLine> parsed = new ArrayList<>();
    NdjsonPosts.parseBody(text.getBytes(UTF_8), parsed::add);
    return parsed;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(String before, byte[] middle, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(UTF_8));
    all.writeBytes(middle);
    all.writeBytes(after.getBytes(UTF_8));
    return all.toByteArray();
  }
}
