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
  PROMISE_BROKEN,
  /** A reply waits for a colleague's approval; deciding on it clears this. */
  APPROVAL_WAITING,
  /** A question waits, and two people in a row let their claim on it run out. */
  CLAIM_EXPIRED_TWICE,
  /** A customer speaks of something that the company is careful about. */
  SENSITIVE_TOPIC,
  /** Routing finds nobody who could take a case; it clears this itself once somebody can. */
  UNROUTABLE,
  /** A deadline of a case will not be met as things go; being met or breached clears this. */
  DEADLINE_IN_DANGER,
  /** A deadline of a case is past, and what was due is not done; doing it clears this. */
  DEADLINE_BREACHED,
  /** A case stayed in a step so long that others are called; leaving the step clears this. */
  ESCALATED,
  /** Customers whom many follow waited less than those whom few follow. */
  LOUD_FIRST,
  /** A version of a flow that is kept can't be read any more; its cases go on without it. */
  FLOW_UNREADABLE;

  /** What it is about, and so how a person can clear it. */
  public enum About {
    /** A reply whose fate needs a person: it was sent, is sent again, or given up. */
    REPLY,
    /** A brand as a whole, and no case: somebody has seen it. */
    BRAND,
    /** A case: somebody has looked at it. */
    CASE,
    /** A reply that waits for approval: it is approved, sent back or withdrawn. */
    APPROVAL
  }

  public About about() {
    return switch (this) {
      case SEND_UNKNOWN, SEND_FAILED -> About.REPLY;
      case TRIAGE_DRIFT, PROMISE_BROKEN, LOUD_FIRST, FLOW_UNREADABLE -> About.BRAND;
      case CLAIM_EXPIRED_TWICE,
          SENSITIVE_TOPIC,
          UNROUTABLE,
          DEADLINE_IN_DANGER,
          DEADLINE_BREACHED,
          ESCALATED ->
          About.CASE;
      case APPROVAL_WAITING -> About.APPROVAL;
    };
  }
}
