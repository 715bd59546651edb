package dev.switchboard.server.desk;

/**
 * What colleagues decide about replies that wait for approval. Each call is one transaction,
 * committed when it returns. Any thread.
 *
 * @see dev.switchboard.engine.casework.Approvals for the rules
 */
public interface ApprovalDesk {
  /** Lets a reply go out; refused to who wrote it, and if the conversation has moved on. */
  DeskResult approve(long reply, By by);

  /**
   * Gives a reply back to its writer; the case waits again.
   *
   * @param note what should be otherwise, 1 to 2,000 characters
   * @throws IllegalArgumentException with a sentence, if the note is blank or too long
   */
  DeskResult sendBack(long reply, By by, String note);

  /** Takes one's own reply back, and the case with it. */
  DeskResult withdraw(long reply, By by);
}
