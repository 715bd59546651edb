package dev.switchboard.server.console.view;

import java.util.Optional;

/** What a person says of a post, with one key. */
public enum Act {
  /** Its author needs help. */
  HELP("help", "h"),
  /** Nobody needs help here. */
  SET_ASIDE("set-aside", "s"),
  /** No help, but a word. */
  THANK("thank", "w"),
  /** Takes back what was said last. */
  UNDO("undo", "z");

  private final String word;
  private final String key;

  Act(String word, String key) {
    this.word = word;
    this.key = key;
  }

  public static Optional<Act> findByWord(String word) {
    for (Act act : values()) {
      if (act.word.equals(word)) {
        return Optional.of(act);
      }
    }
    return Optional.empty();
  }

  /** The name in addresses. */
  public String word() {
    return word;
  }

  /** The key that does it. */
  public String key() {
    return key;
  }
}
