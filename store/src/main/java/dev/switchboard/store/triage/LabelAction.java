package dev.switchboard.store.triage;

import java.util.Locale;

/** What was done with a post, as a label. */
public enum LabelAction {
  SET_ASIDE,
  BROUGHT_BACK,
  THANKED,
  AUDITED,
  REPLIED,
  TRANSFERRED,
  TAGGED,
  /** Imported history that nobody answered: unlabelled, not chatter. */
  LEFT_UNANSWERED;

  /** The name in the contracts and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LabelAction ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a person may take it back: what went out to a customer can't be. */
  public boolean canBeUndone() {
    return switch (this) {
      case SET_ASIDE, BROUGHT_BACK, THANKED, AUDITED, TAGGED -> true;
      case REPLIED, TRANSFERRED, LEFT_UNANSWERED -> false;
    };
  }
}
