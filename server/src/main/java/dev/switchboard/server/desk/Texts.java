package dev.switchboard.server.desk;

import dev.switchboard.channels.text.CharacterCount;
import dev.switchboard.engine.casework.Approvals;

/** What people type, checked before anything is done with it. */
final class Texts {
  private static final int MAX_NAME_CHARS = 80;
  private static final int MAX_NOTE_CHARS = 10_000;

  private Texts() {}

  /** A person's name, as given. */
  static String name(String name) {
    if (name.isBlank() || name.length() > MAX_NAME_CHARS || name.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          "agent must be a name of 1 to %d characters".formatted(MAX_NAME_CHARS));
    }
    return name;
  }

  static void note(String text) {
    if (text.isBlank() || text.length() > MAX_NOTE_CHARS) {
      throw new IllegalArgumentException(
          "a note must have 1 to %d characters, this one has %d"
              .formatted(MAX_NOTE_CHARS, text.length()));
    }
  }

  /** What a writer is told when a reply comes back. */
  static void sendingBack(String note) {
    if (note.isBlank() || note.strip().length() > Approvals.MAX_NOTE_CHARS) {
      throw new IllegalArgumentException(
          "note must say what should be otherwise, in 1 to %d characters"
              .formatted(Approvals.MAX_NOTE_CHARS));
    }
  }

  static void reply(String text, CharacterCount network) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must not be empty");
    }
    int count = network.count(text);
    if (count > network.maxChars()) {
      throw new IllegalArgumentException(
          "text is too long for this network: it counts %d characters, at most %d go"
              .formatted(count, network.maxChars()));
    }
  }
}
