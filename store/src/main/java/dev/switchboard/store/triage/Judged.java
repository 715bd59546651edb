package dev.switchboard.store.triage;

import org.jspecify.annotations.Nullable;

/** What a person said of a post; it stands before what triage says. */
public enum Judged {
  HELP("help"),
  SET_ASIDE("setAside"),
  /** No help is needed, but a word is deserved. */
  THANK("thank");

  private final String word;

  Judged(String word) {
    this.word = word;
  }

  /** The name in the contracts and in the database. */
  public String word() {
    return word;
  }

  /** What that word stands for; null for none. */
  public static @Nullable Judged ofWordOrNull(@Nullable String word) {
    for (Judged judged : values()) {
      if (judged.word.equals(word)) {
        return judged;
      }
    }
    return null;
  }
}
