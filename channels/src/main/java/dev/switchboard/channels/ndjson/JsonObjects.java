package dev.switchboard.channels.ndjson;

import dev.switchboard.channels.lines.Utf8;
import java.util.function.Consumer;

/**
 * Cuts a body of JSON into objects: one a line, or the elements of an array. What is wrong with one
 * takes no other along. Thread-safe; no state.
 *
 * @param <T> what becomes of an object, read or refused
 */
public final class JsonObjects<T> {
  /** Reads an object whose place in the body is known. */
  public interface Reader<T> {
    T read(byte[] bytes, int from, int to, long line);

    /**
     * @param reason what is wrong, and what to do
     */
    T refuse(long line, String reason);
  }

  private final Reader<T> reader;

  public JsonObjects(Reader<T> reader) {
    this.reader = reader;
  }

  /** The first byte of a body that says something, its length if there is none. */
  public static int first(byte[] body) {
    return firstNonBlank(body, Utf8.afterByteOrderMark(body, 0, body.length), body.length);
  }

  /** Reads one object a line. Blank lines are skipped, and counted. */
  public void lines(byte[] body, Consumer<? super T> to) {
    long line = 0;
    int start = 0;
    while (start < body.length) {
      int end = endOfLine(body, start);
      line++;
      if (!isBlank(body, start, end)) {
        to.accept(reader.read(body, start, end, line));
      }
      start = end + 1;
    }
  }

  /** Reads the elements of the array that opens at {@code open}. */
  public void array(byte[] body, int open, Consumer<? super T> to) {
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
              ? reader.refuse(number, "nothing stands between two commas: leave one out")
              : reader.read(body, elements.start(), elements.end(), number));
    }
    if (!elements.isClosed()) {
      to.accept(
          reader.refuse(
              number + 1, "the array is not closed by ]: the body was cut off, send it again"));
    } else if (!isBlank(body, elements.rest(), body.length)) {
      to.accept(
          reader.refuse(
              number + 1,
              "something follows the array at byte " + (elements.rest() + 1) + ": send one array"));
    }
  }

  public static int endOfLine(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  static boolean isBlank(byte[] bytes, int from, int to) {
    return firstNonBlank(bytes, from, to) == to;
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
