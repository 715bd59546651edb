package dev.switchboard.engine.privacy;

/**
 * Where personal data stand in a text.
 *
 * @param start the first char
 * @param end the char after the last one, above {@code start}
 */
public record PersonalSpan(PersonalKind kind, int start, int end) {
  public PersonalSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no span: %d to %d".formatted(start, end));
    }
  }

  boolean overlaps(PersonalSpan other) {
    return start < other.end && other.start < end;
  }
}
