package dev.switchboard.server.console.view.exception;

import dev.switchboard.engine.event.ExceptionKind;

/** Exceptions that are cleared in the same way, in the order in which they hold up customers. */
public enum ExceptionGroup {
  APPROVALS(
      "approvals",
      "Waiting for approval",
      "A customer waits for these answers. Send each out, or send it back with a note."),
  REPLIES(
      "replies",
      "Replies whose fate is open",
      "Look at the network first: sending again what went out would answer twice."),
  LATE(
      "late",
      "Late, or about to be",
      "These break a promise, or will as things go. Answer them first; each goes by itself when it is done."),
  CALLED(
      "called",
      "You are called",
      "These waited too long where they are. They are for others now, too; each goes when it moves on."),
  LEFT(
      "left",
      "Left twice",
      "Two people took these and did not answer. Take one, or hand it to whoever knows."),
  NOBODY(
      "nobody",
      "Nobody can take these",
      "Give somebody what is missing, or call somebody in: each goes by itself once somebody can."),
  TOPICS(
      "topics",
      "Sensitive",
      "The company is careful about these. Somebody should have looked at each."),
  TRIAGE("triage", "Triage", "Triage as a whole: look at what was set aside, and judge some."),
  FAIRNESS(
      "fairness",
      "The loud are served first",
      "Nobody sees who has many followers when cases are given out. Look at the floor, and at what people take by hand."),
  FLOWS(
      "flows",
      "A flow can't be read",
      "Its cases go on as if their brand had chosen no flow. Keep a later version, and choose it.");

  private final String id;
  private final String title;
  private final String hint;

  ExceptionGroup(String id, String title, String hint) {
    this.id = id;
    this.title = title;
    this.hint = hint;
  }

  /** Where exceptions of a kind belong. */
  public static ExceptionGroup of(ExceptionKind kind) {
    return switch (kind) {
      case APPROVAL_WAITING -> APPROVALS;
      case SEND_UNKNOWN, SEND_FAILED -> REPLIES;
      case CLAIM_EXPIRED_TWICE -> LEFT;
      case SENSITIVE_TOPIC -> TOPICS;
      case UNROUTABLE -> NOBODY;
      case DEADLINE_BREACHED, DEADLINE_IN_DANGER -> LATE;
      case ESCALATED -> CALLED;
      case TRIAGE_DRIFT, PROMISE_BROKEN -> TRIAGE;
      case LOUD_FIRST -> FAIRNESS;
      case FLOW_UNREADABLE -> FLOWS;
    };
  }

  /** The element's id on the page. */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** What to do with them. */
  public String hint() {
    return hint;
  }
}
