package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.WaitingOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

  /**
   * Takes a case out of a colleague's hands; the token is {@code Claimed.token()} as with a claim.
   * A case that nobody holds any more is claimed.
   *
   * @param reason 1 to 500 characters, for the colleague to read
   * @throws IllegalArgumentException with a sentence, if the reason is blank or too long
   */
  DeskResult takeOver(long caseId, String agent, String reason);

  /**
   * Hands a held case over to {@code to}, who gets a new token.
   *
   * @param note what they should know, as a note on the case; or null
   */
  DeskResult transfer(long caseId, long token, String to, @Nullable String note);

  default DeskResult transfer(long caseId, long token, String to) {
    return transfer(caseId, token, to, null);
  }

  /**
   * Queues a reply; where policy asks for it, a colleague must approve it before it goes out.
   *
   * @param text not blank, and not longer than the network takes
   * @param seenThrough the id of the last post that its writer saw
   * @param hand who really writes, if that is known and may be somebody else than who holds the
   *     case; or null
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
   * @param hand who wrote it, if in the holder's name; null for the holder
   */
  record Manner(boolean personalDataIntended, boolean sign, @Nullable String hand) {
    public static final Manner PLAIN = new Manner(false, true, null);

    /** The same, written by this hand. */
    public Manner by(@Nullable String writer) {
      return new Manner(personalDataIntended, sign, writer);
    }
  }

  /** Adds a note for colleagues, 1 to 10,000 characters. */
  DeskResult note(long caseId, String agent, String text);

  /** Closes a case; {@code token} is the claim's, or 0 if nobody holds it. */
  DeskResult close(long caseId, String agent, long token);

  /** Closes a case that one holds. */
  DeskResult close(long caseId, long token);

  DeskResult reopen(long caseId, String agent);

  /**
   * Gives a case to those who act in another step of the company's flow, if the flow says where it
   * goes; it waits for them.
   *
   * @param token the claim's, or 0 if nobody holds it
   * @param note what they should know, as a note on the case; or null
   */
  DeskResult passOn(long caseId, String agent, long token, @Nullable String note);

  /**
   * Lets a case rest that one holds: it stays theirs until it goes on, by {@link #resume}, when the
   * customer writes, or when the time comes.
   *
   * @param on whose turn it is meanwhile
   * @param reason what is waited for, 1 to 200 characters
   * @param until when it goes on by itself; null for a week from now
   * @throws IllegalArgumentException with a sentence, if the reason is blank or too long, or the
   *     time is not within the next thirty days
   */
  DeskResult pause(long caseId, long token, WaitingOn on, String reason, @Nullable Instant until);

  /** Goes on with a case that rests; the token stays. */
  DeskResult resume(long caseId, long token);

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
    /** About a brand as a whole, or about a case: a person has seen it. */
    SEEN,
    /** The topic of a case is not sensitive at all: its replies need no approval. */
    NOT_SENSITIVE
  }
}
