package dev.switchboard.engine.people;

import java.util.Optional;

/**
 * Of what somebody is notified, since it concerns them. {@link #word()} is part of the contract.
 */
public enum NoticeKind {
  /** A colleague handed a case over to me. */
  HANDED_OVER("handedOver", "a case is handed over to me"),
  /** A colleague took a case over that I held. */
  TAKEN_OVER("takenOver", "a case is taken over from me"),
  /** A colleague's reply waits for approval, and I may give it. */
  APPROVAL_ASKED("approvalAsked", "a reply waits for approval"),
  APPROVED("approved", "my reply is approved"),
  SENT_BACK("sentBack", "my reply is sent back"),
  /** My reply surely did not go out. */
  REPLY_FAILED("replyFailed", "my reply could not be sent"),
  /** Nobody knows whether my reply went out. */
  REPLY_UNKNOWN("replyUnknown", "my reply may not have been sent"),
  /** A colleague wrote @ and my name in a note. */
  MENTIONED("mentioned", "I am mentioned in a note"),
  /** A case has been in a step of its flow for so long that I am called to it. */
  CALLED("called", "I am called to a case that has waited too long"),
  /** A case that I paused goes on, since the customer wrote or the time came. */
  RESUMED("resumed", "a case that I paused goes on"),
  /** I said that I work, and let so many offers run out that I am taken for away. */
  SET_AWAY("setAway", "I am taken for away, since offers ran out");

  private final String word;
  private final String says;

  NoticeKind(String word, String says) {
    this.word = word;
    this.says = says;
  }

  public String word() {
    return word;
  }

  /** How people read it, after "when". */
  public String says() {
    return says;
  }

  public static Optional<NoticeKind> find(String word) {
    for (NoticeKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
