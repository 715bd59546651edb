package dev.switchboard.engine.deadline;

/** What can be due. {@link #word()} is part of the contract. */
public enum DeadlineKind {
  /** The first answer to a customer. */
  FIRST_ANSWER("firstAnswer", "first answer"),
  /** An answer to what the customer asked since they were last answered. */
  NEXT_ANSWER("nextAnswer", "next answer"),
  /** The case is done. */
  CLOSE("close", "close"),
  /** The case has left the step that it is in. */
  STEP("step", "step");

  private final String word;
  private final String label;

  DeadlineKind(String word, String label) {
    this.word = word;
    this.label = label;
  }

  public String word() {
    return word;
  }

  /** How people read it. */
  public String label() {
    return label;
  }

  /** Whether an answer ends it, so that how long the queue ahead takes says something of it. */
  public boolean isAnswer() {
    return switch (this) {
      case FIRST_ANSWER, NEXT_ANSWER -> true;
      case CLOSE, STEP -> false;
    };
  }
}
