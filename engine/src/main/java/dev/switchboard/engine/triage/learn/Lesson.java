package dev.switchboard.engine.triage.learn;

/**
 * What an action teaches.
 *
 * @param helpShare how likely the author needed help, 0 to 1: certain but for unlabelled posts
 * @param weight how much it counts, above 0
 */
record Lesson(float helpShare, float weight) {
  private static final float CLEAR = 1;
  private static final float MISTAKE_UNDONE = 2;
  private static final float HINT = 0.5f;
  private static final float UNLABELLED = 0.1f;

  /**
   * Reads an action.
   *
   * @param prior what the model that has learned nothing says: all that is known of an unlabelled
   *     post (its two classes get their expected shares, as in learning from positive and
   *     unlabelled examples; Elkan and Noto, KDD 2008)
   */
  static Lesson of(AgentAction action, float prior) {
    return switch (action) {
      case AgentAction.SetAside _ -> new Lesson(0, CLEAR);
      case AgentAction.BroughtBack _ -> new Lesson(1, MISTAKE_UNDONE);
      case AgentAction.Replied _, AgentAction.Transferred _ -> new Lesson(1, CLEAR);
      case AgentAction.Tagged _ -> new Lesson(1, HINT);
      case AgentAction.LeftUnanswered _ -> new Lesson(prior, UNLABELLED);
    };
  }

  boolean isCertain() {
    return helpShare == 0 || helpShare == 1;
  }

  boolean isHelp() {
    return helpShare == 1;
  }
}
