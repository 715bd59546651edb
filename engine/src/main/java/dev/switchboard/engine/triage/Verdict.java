package dev.switchboard.engine.triage;

/**
 * What is done with a post: help opens a case, unsure opens one ranked low, set aside opens none.
 */
public enum Verdict {
  HELP("help"),
  UNSURE("unsure"),
  SET_ASIDE("setAside");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** The name in the contracts and in the database. */
  public String word() {
    return word;
  }

  /**
   * The verdict of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Verdict ofWord(String word) {
    for (Verdict verdict : values()) {
      if (verdict.word.equals(word)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        "a verdict is help, unsure or setAside, not \"%s\"".formatted(word));
  }
}
