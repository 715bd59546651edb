package dev.switchboard.server.desk;

/**
 * What people may do with cases. Each call is one transaction, committed when it returns. Any
 * thread. An agent's name is 1 to 80 characters; an unknown one becomes a person.
 *
 * @see dev.switchboard.engine.casework.Casework for the rules
 */
public interface CaseDesk {
  /** Takes a case; the token is {@code Claimed.token()} in the result's state. */
  DeskResult claim(long caseId, String agent);

  DeskResult heartbeat(long caseId, long token);

  DeskResult release(long caseId, long token);

  /** Hands a held case over to {@code to}, who gets a new token. */
  DeskResult transfer(long caseId, long token, String to);

  /**
   * Queues a reply.
   *
   * @param text not blank, and not longer than the network takes
   * @param seenThrough the id of the last post that its writer saw
   * @throws IllegalArgumentException with a sentence, if the text is blank or too long
   */
  default DeskResult reply(long caseId, String text, long token, long seenThrough) {
    return reply(caseId, text, Manner.PLAIN, token, seenThrough);
  }

  /** The same, in a manner that its writer chose. */
  DeskResult reply(long caseId, String text, Manner manner, long token, long seenThrough);

  /**
   * How a reply may go out.
   *
   * @param personalDataIntended whether personal data in it may be read by everybody
   * @param sign false to send it as it is; else it is signed as brand and writer want it
   */
  record Manner(boolean personalDataIntended, boolean sign) {
    public static final Manner PLAIN = new Manner(false, true);
  }

  /** Adds a note for colleagues, 1 to 10,000 characters. */
  DeskResult note(long caseId, String agent, String text);

  /** Closes a case; {@code token} is the claim's, or 0 if nobody holds it. */
  DeskResult close(long caseId, String agent, long token);

  /** Closes a case that one holds. */
  DeskResult close(long caseId, long token);

  DeskResult reopen(long caseId, String agent);

  /** Clears an exception; false if it was cleared already or never was. */
  boolean clear(long exception, String agent, Clearing how);

  /** How a person clears an exception about a reply. */
  enum Clearing {
    /** It did go out: the person has seen it on the network. */
    WAS_SENT,
    /** It did not go out: send it again. */
    SEND_AGAIN,
    /** Leave it: the case waits again. */
    GIVE_UP,
    /** About a brand as a whole: a person has seen it. */
    SEEN
  }
}
