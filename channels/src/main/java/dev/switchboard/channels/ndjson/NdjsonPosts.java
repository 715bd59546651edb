package dev.switchboard.channels.ndjson;

import dev.switchboard.channels.ParsedLine;
import java.util.function.Consumer;

/**
 * Reads posts as JSON from bytes in memory: one object a line, or an array of objects.
 *
 * <p>Fields without a place of their own are kept in {@link
 * dev.switchboard.engine.post.PostDraft#extraJson}, as written. An id, author or inReplyTo given as
 * a whole number counts as its digits. A field given twice in one post is refused, as it is not
 * known which one was meant. Thread-safe; one pass, no state.
 */
public final class NdjsonPosts {
  /** The longest line or element, in bytes: 1 MiB and some. */
  public static final int MAX_LINE_BYTES = (1 << 20) + (1 << 16);

  private static final JsonObjects<ParsedLine> OBJECTS =
      new JsonObjects<>(
          new JsonObjects.Reader<>() {
            @Override
            public ParsedLine read(byte[] bytes, int from, int to, long line) {
              return parse(bytes, from, to, line);
            }

            @Override
            public ParsedLine refuse(long line, String reason) {
              return new ParsedLine.Bad(line, reason);
            }
          });

  private NdjsonPosts() {}

  /**
   * Reads a body of either form: an array if it begins with a bracket, else one object a line.
   *
   * @param to called for each post or refused line, in order, on this thread
   */
  public static void parseBody(byte[] body, Consumer<ParsedLine> to) {
    int first = JsonObjects.first(body);
    if (first < body.length && body[first] == '[') {
      OBJECTS.array(body, first, to);
    } else {
      OBJECTS.lines(body, to);
    }
  }

  /** Reads one object a line. Blank lines are skipped, and counted. */
  public static void parseLines(byte[] body, Consumer<ParsedLine> to) {
    OBJECTS.lines(body, to);
  }

  /** Reads an array of objects, or a single object that may span lines. */
  public static void parseJson(byte[] body, Consumer<ParsedLine> to) {
    int first = JsonObjects.first(body);
    if (first < body.length && body[first] == '[') {
      OBJECTS.array(body, first, to);
    } else if (first < body.length) {
      to.accept(parse(body, first, body.length, 1));
    }
  }

  /** Reads one object; {@code line} is its number. */
  static ParsedLine parse(byte[] bytes, int from, int to, long line) {
    return to - from > MAX_LINE_BYTES ? tooLong(line) : PostReader.read(bytes, from, to, line);
  }

  static ParsedLine.Bad tooLong(long line) {
    return new ParsedLine.Bad(
        line, "longer than " + MAX_LINE_BYTES + " bytes: send a post's text, not its attachments");
  }
}
