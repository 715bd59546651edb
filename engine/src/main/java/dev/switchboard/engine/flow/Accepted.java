package dev.switchboard.engine.flow;

/** What became of one arrival. */
public enum Accepted {
  /** It is new, or changes a known post. */
  NEW,
  /** It was known already; nothing changed. */
  DUPLICATE
}
