package dev.switchboard.channels.ndjson;

/**
 * Finds where the elements of a JSON array begin and end, without reading them, so that one broken
 * element does not take its neighbours along. For one thread.
 */
final class ArrayElements {
  private final byte[] bytes;
  private final int to;
  private int position;
  private int start;
  private int end;
  private boolean closed;

  /** The array opens at {@code from}. */
  public ArrayElements(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    this.position = from + 1;
  }

  /** Moves to the next element; false when the array is closed or the bytes are used up. */
  public boolean next() {
    if (closed || position > to) {
      return false;
    }
    start = position;
    end = endOfElement();
    closed = end < to && bytes[end] == ']';
    position = end + 1;
    return true;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  /** Whether the closing bracket was found, once {@link #next} has returned false. */
  public boolean isClosed() {
    return closed;
  }

  /** What follows the array. */
  public int rest() {
    return Math.min(position, to);
  }

  private int endOfElement() {
    int depth = 0;
    for (int i = position; i < to; i++) {
      switch (bytes[i]) {
        case '"' -> i = endOfString(i);
        case '{', '[' -> depth++;
        case '}' -> depth--;
        case ']' -> {
          if (depth <= 0) {
            return i;
          }
          depth--;
        }
        case ',' -> {
          if (depth <= 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return to;
  }

  /** The closing quote of the string that opens at i, or the last byte. */
  private int endOfString(int open) {
    for (int i = open + 1; i < to; i++) {
      if (bytes[i] == '\\') {
        i++;
      } else if (bytes[i] == '"') {
        return i;
      }
    }
    return to - 1;
  }
}
