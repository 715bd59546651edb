package dev.switchboard.engine.event;

/** What needs a person out of the ordinary flow. */
public enum ExceptionKind {
  /** A reply may or may not have gone out, and the network can't be asked. */
  SEND_UNKNOWN,
  /** A reply did not go out and will not be tried again. */
  SEND_FAILED,
  /** What people do no longer fits what triage says. */
  TRIAGE_DRIFT,
  /** The audit shows that more of those who need help are set aside than was promised. */
  PROMISE_BROKEN;

  /** Whether it concerns a brand's triage as a whole, and no case. */
  public boolean isAboutTriage() {
    return switch (this) {
      case SEND_UNKNOWN, SEND_FAILED -> false;
      case TRIAGE_DRIFT, PROMISE_BROKEN -> true;
    };
  }
}
