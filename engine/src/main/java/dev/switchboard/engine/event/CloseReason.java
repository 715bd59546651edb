package dev.switchboard.engine.event;

/** Why a case is closed. */
public enum CloseReason {
  /** An agent said that it is done. */
  DONE,
  /** It came with an imported history and had ended before. */
  HISTORY,
  /** Its conversation turned out to be another case's. */
  MERGED
}
