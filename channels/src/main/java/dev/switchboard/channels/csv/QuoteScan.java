package dev.switchboard.channels.csv;

import org.jspecify.annotations.Nullable;

/**
 * Follows the quotes of one record over its lines: where it ends, and whether it breaks the rules
 * of RFC 4180. A quote opens a field only as its first character.
 */
final class QuoteScan {
  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final char separator;
  private State state = State.FIELD_START;
  private long quoteLine;
  private @Nullable String problem;

  QuoteScan(char separator) {
    this.separator = separator;
  }

  /** Takes the bytes of one line without its line feed. */
  void line(byte[] bytes, int from, int to, long number) {
    for (int i = from; i < to && problem == null; i++) {
      step(bytes[i], i == to - 1, number);
    }
  }

  private void step(byte b, boolean isLast, long number) {
    if (b == '\r' && state != State.QUOTED) {
      problem = isLast ? null : "a carriage return without a line feed stands outside of quotes";
      return;
    }
    switch (state) {
      case FIELD_START -> {
        quoteLine = b == '"' ? number : quoteLine;
        state = b == '"' ? State.QUOTED : afterPlain(b);
      }
      case PLAIN -> state = afterPlain(b);
      case QUOTED -> state = b == '"' ? State.AFTER_QUOTE : State.QUOTED;
      case AFTER_QUOTE -> {
        state = b == '"' ? State.QUOTED : State.FIELD_START;
        if (b != '"' && b != separator) {
          problem = "text follows the closing quote of a field that began on line " + quoteLine;
        }
      }
    }
  }

  private State afterPlain(byte b) {
    return b == separator ? State.FIELD_START : State.PLAIN;
  }

  /** Whether a quoted field goes on in the next line. */
  boolean isOpen() {
    return state == State.QUOTED && problem == null;
  }

  /** What breaks the rules, or null. */
  @Nullable String problem() {
    return problem;
  }

  /** The line where the last quoted field began. */
  long quoteLine() {
    return quoteLine;
  }
}
