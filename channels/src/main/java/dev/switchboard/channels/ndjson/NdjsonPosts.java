package dev.switchboard.channels.ndjson;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.lines.Utf8;
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

  private NdjsonPosts() {}

  /**
   * Reads a body of either form: an array if it begins with a bracket, else one object a line.
   *
   * @param to called for each post or refused line, in order, on this thread
   */
  public static void parseBody(byte[] body, Consumer<ParsedLine> to) {
    int first = firstNonBlank(body, Utf8.afterByteOrderMark(body, 0, body.length), body.length);
    if (first < body.length && body[first] == '[') {
      parseArray(body, first, to);
    } else {
      parseLines(body, to);
    }
  }

  /** Reads one object a line. Blank lines are skipped, and counted. */
  public static void parseLines(byte[] body, Consumer<ParsedLine> to) {
    long line = 0;
    int start = 0;
    while (start < body.length) {
      int end = endOfLine(body, start);
      line++;
      if (!isBlank(body, start, end)) {
        to.accept(parse(body, start, end, line));
      }
      start = end + 1;
    }
  }

  /** Reads an array of objects, or a single object that may span lines. */
  public static void parseJson(byte[] body, Consumer<ParsedLine> to) {
    int first = firstNonBlank(body, Utf8.afterByteOrderMark(body, 0, body.length), body.length);
    if (first < body.length && body[first] == '[') {
      parseArray(body, first, to);
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

  static boolean isBlank(byte[] bytes, int from, int to) {
    return firstNonBlank(bytes, from, to) == to;
  }

  private static void parseArray(byte[] body, int open, Consumer<ParsedLine> to) {
    ArrayElements elements = new ArrayElements(body, open, body.length);
    long number = 0;
    while (elements.next()) {
      boolean blank = isBlank(body, elements.start(), elements.end());
      if (blank && (elements.isClosed() && number == 0 || elements.end() == body.length)) {
        break;
      }
      number++;
      to.accept(
          blank
              ? new ParsedLine.Bad(number, "nothing stands between two commas: leave one out")
              : parse(body, elements.start(), elements.end(), number));
    }
    if (!elements.isClosed()) {
      to.accept(
          new ParsedLine.Bad(
              number + 1, "the array is not closed by ]: the body was cut off, send it again"));
    } else if (!isBlank(body, elements.rest(), body.length)) {
      to.accept(
          new ParsedLine.Bad(
              number + 1, "something follows the array at byte " + (elements.rest() + 1)));
    }
  }

  private static int endOfLine(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private static int firstNonBlank(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to
        && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
      i++;
    }
    return i;
  }
}
