package dev.switchboard.engine.casework;

import java.util.List;

/**
 * Why somebody takes a case out of a colleague's hands, in words that the colleague reads.
 *
 * @param text not blank, at most {@link #MAX_CHARS} characters
 */
public record TakeOverReason(String text) {
  public static final int MAX_CHARS = 500;

  /** Reasons that people need often, offered where one chooses. */
  public static final List<String> USUAL =
      List.of("They are away", "They asked me to", "It is urgent", "I know this customer");

  public TakeOverReason {
    text = text.strip();
    if (text.isEmpty() || text.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          "reason must have 1 to %d characters, this one has %d"
              .formatted(MAX_CHARS, text.length()));
    }
  }
}
