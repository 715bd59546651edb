package dev.switchboard.channels.changes;

import dev.switchboard.channels.ndjson.JsonObjects;
import java.util.function.Consumer;

/**
 * Reads changes as JSON from bytes in memory: one object a line, or an array of objects. Each may
 * be the simple form of a change, a CDEvents event, or a CloudEvents 1.0 event around either. What
 * is wrong is named; its neighbours are kept. Thread-safe; one pass, no state.
 */
public final class ChangeLines {
  /** The longest line or element. */
  public static final int MAX_LINE_BYTES = 1 << 20;

  private static final JsonObjects<ParsedChange> OBJECTS =
      new JsonObjects<>(
          new JsonObjects.Reader<>() {
            @Override
            public ParsedChange read(byte[] bytes, int from, int to, long line) {
              return parse(bytes, from, to, line);
            }

            @Override
            public ParsedChange refuse(long line, String reason) {
              return new ParsedChange.Bad(line, reason);
            }
          });

  private ChangeLines() {}

  /**
   * Reads a body of either form: an array if it begins with a bracket, one object if all of it is
   * one, else one object a line.
   *
   * @param to called for each, in order, on this thread
   */
  public static void parseBody(byte[] body, Consumer<ParsedChange> to) {
    int first = JsonObjects.first(body);
    if (first == body.length) {
      return;
    }
    if (body[first] == '[') {
      OBJECTS.array(body, first, to);
    } else if (!isOneObject(body, first, to)) {
      OBJECTS.lines(body, to);
    }
  }

  /** Reads one object a line. Blank lines are skipped, and counted. */
  public static void parseLines(byte[] body, Consumer<ParsedChange> to) {
    OBJECTS.lines(body, to);
  }

  /** An object that spans lines, as tools send it. */
  private static boolean isOneObject(byte[] body, int first, Consumer<ParsedChange> to) {
    int end = JsonObjects.endOfLine(body, first);
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

  private static ParsedChange parse(byte[] bytes, int from, int to, long line) {
    return to - from > MAX_LINE_BYTES
        ? new ParsedChange.Bad(line, "longer than " + MAX_LINE_BYTES + " bytes: send a summary")
        : ChangeReader.read(bytes, from, to, line);
  }
}
