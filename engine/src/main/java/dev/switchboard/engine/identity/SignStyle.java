package dev.switchboard.engine.identity;

/** How people sign on a network. */
public enum SignStyle {
  /** The signature's letters at the end of the line: {@code ^JD}. */
  CARET,
  /** The name on a line of its own, as in a letter. */
  NAME_LINE
}
