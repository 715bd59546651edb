package dev.switchboard.channels.changes;

import dev.switchboard.channels.ndjson.ArrayElements;
import java.util.function.Consumer;

/**
 * Reads changes as JSON from bytes in memory: one object a line, or an array of objects. Each may
 * be the simple form of a change, a CDEvents event, or a CloudEvents 1.0 event around either. What
 * is wrong is named; its neighbours are kept. Thread-safe; one pass, no state.
 */
public final class ChangeLines {
  /** The longest line or element. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  private ChangeLines() {}

  /**
   * Reads a body of either form: an array if it begins with a bracket, one object if all of it is
   * one, else one object a line.
   *
   * @param to called for each, in order, on this thread
   */
  public static void parseBody(byte[] body, Consumer<ParsedChange> to) {
    int first = firstNonBlank(body, 0, body.length);
    if (first == body.length) {
      return;
    }
    if (body[first] == '[') {
      parseArray(body, first, to);
    } else if (!isOneObject(body, first, to)) {
      parseLines(body, to);
    }
  }

  /** Reads one object a line. Blank lines are skipped, and counted. */
  public static void parseLines(byte[] body, Consumer<ParsedChange> to) {
    long line = 0;
    int start = 0;
    while (start < body.length) {
      int end = endOfLine(body, start);
      line++;
      if (firstNonBlank(body, start, end) < end) {
        to.accept(parse(body, start, end, line));
      }
      start = end + 1;
    }
  }

  /** An object that spans lines, as tools send it. */
  private static boolean isOneObject(byte[] body, int first, Consumer<ParsedChange> to) {
    int end = endOfLine(body, first);
    boolean onOneLine = !(parse(body, first, end, 1) instanceof ParsedChange.Bad);
    if (onOneLine) {
      return false;
    }
    ParsedChange whole = parse(body, first, body.length, 1);
    if (whole instanceof ParsedChange.Bad) {
      return false;
    }
    to.accept(whole);
    return true;
  }

  private static void parseArray(byte[] body, int open, Consumer<ParsedChange> to) {
    ArrayElements elements = new ArrayElements(body, open, body.length);
    long number = 0;
    while (elements.next()) {
      boolean blank = firstNonBlank(body, elements.start(), elements.end()) == elements.end();
      if (blank && (elements.isClosed() && number == 0 || elements.end() == body.length)) {
        break;
      }
      number++;
      to.accept(
          blank
              ? new ParsedChange.Bad(number, "nothing stands between two commas: leave one out")
              : parse(body, elements.start(), elements.end(), number));
    }
    if (!elements.isClosed()) {
      to.accept(
          new ParsedChange.Bad(
              number + 1, "the array is not closed by ]: the body was cut off, send it again"));
    } else if (firstNonBlank(body, elements.rest(), body.length) < body.length) {
      to.accept(new ParsedChange.Bad(number + 1, "something follows the array: send one array"));
    }
  }

  private static ParsedChange parse(byte[] bytes, int from, int to, long line) {
    return to - from > MAX_LINE_BYTES
        ? new ParsedChange.Bad(line, "longer than " + MAX_LINE_BYTES + " bytes: send a summary")
        : ChangeReader.read(bytes, from, to, line);
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
