package dev.switchboard.store.triage;

/** The lists that triage makes. */
public enum TriageView {
  /** Set aside, by triage or by people; newest first. */
  SET_ASIDE("set-aside"),
  /** Open cases of which triage was unsure; who has waited longest first. */
  UNSURE("unsure"),
  /** Praise, questions and reports that nobody has answered; newest first. */
  WORTH_ANSWERING("worth-answering"),
  /** Drawn for the audit and not looked at yet; oldest first. */
  AUDIT("audit");

  private final String word;

  TriageView(String word) {
    this.word = word;
  }

  /** The name in addresses. */
  public String word() {
    return word;
  }

  /**
   * The view of that name.
   *
   * @throws IllegalArgumentException with a sentence, if there is none
   */
  public static TriageView ofWord(String word) {
    for (TriageView view : values()) {
      if (view.word.equals(word)) {
        return view;
      }
    }
    throw new IllegalArgumentException(
        "view must be set-aside, unsure, worth-answering or audit, not \"%s\"".formatted(word));
  }
}
