package dev.switchboard.engine.triage;

/**
 * What a model can be asked: two questions with a yes and a no, and two with labels of any kind.
 */
public enum Target {
  NEEDS_HELP("needsHelp", true),
  PROBLEM("problem", true),
  INTENT("intent", false),
  SENTIMENT("sentiment", false);

  private final String word;
  private final boolean yesOrNo;

  Target(String word, boolean yesOrNo) {
    this.word = word;
    this.yesOrNo = yesOrNo;
  }

  /** The name in the contracts. */
  public String word() {
    return word;
  }

  /** Whether some labels mean yes and the others no. */
  public boolean isYesOrNo() {
    return yesOrNo;
  }

  /**
   * The target of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Target ofWord(String word) {
    for (Target target : values()) {
      if (target.word.equals(word)) {
        return target;
      }
    }
    throw new IllegalArgumentException(
        "a target is needsHelp, problem, intent or sentiment, not \"%s\"".formatted(word));
  }
}
