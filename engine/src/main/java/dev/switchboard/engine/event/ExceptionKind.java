package dev.switchboard.engine.event;

/** What needs a person out of the ordinary flow. */
public enum ExceptionKind {
  /** A reply may or may not have gone out, and the network can't be asked. */
  SEND_UNKNOWN,
  /** A reply did not go out and will not be tried again. */
  SEND_FAILED
}
