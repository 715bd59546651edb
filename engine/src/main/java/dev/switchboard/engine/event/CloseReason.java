package dev.switchboard.engine.event;

/** Why a case is closed. */
public enum CloseReason {
  /** An agent said that it is done. */
  DONE,
  /** A person said that nobody needs help here. */
  SET_ASIDE,
  /** A person said that its author is no customer. */
  SPAM,
  /** It came with an imported history and had ended before. */
  HISTORY,
  /** Its conversation turned out to be another case's. */
  MERGED
}
