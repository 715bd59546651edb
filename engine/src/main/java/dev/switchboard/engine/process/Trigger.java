package dev.switchboard.engine.process;

import static dev.switchboard.engine.process.Lifecycle.ANSWERED;
import static dev.switchboard.engine.process.Lifecycle.CLAIMED;
import static dev.switchboard.engine.process.Lifecycle.CLOSED;
import static dev.switchboard.engine.process.Lifecycle.PENDING;
import static dev.switchboard.engine.process.Lifecycle.WAITING;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What moves a case from step to step. {@link #word()} is how flows and the log name it.
 *
 * <p>From which states it leads to which is a law of casework; which step of that state comes next
 * is the flow's to say.
 */
public enum Trigger {
  /** The customer asks, on a case that was answered. */
  ASKS("asks", "asked on", EnumSet.of(ANSWERED), WAITING),
  /** Somebody takes the case. */
  CLAIMS("claims", "claimed", EnumSet.of(WAITING, ANSWERED), CLAIMED),
  /** Its holder gives it back. */
  RELEASES("releases", "released", EnumSet.of(CLAIMED), WAITING),
  /** Its holder went away, and the claim ran out. */
  CLAIM_EXPIRES("claimExpires", "expired", EnumSet.of(CLAIMED), WAITING),
  /** Its holder hands it to a colleague. */
  HANDS_OVER("handsOver", "handed over", EnumSet.of(CLAIMED), CLAIMED),
  /** A colleague takes it out of its holder's hands. */
  TAKES_OVER("takesOver", "taken over", EnumSet.of(CLAIMED), CLAIMED),
  /** It goes to others: another team, experts, volunteers. */
  PASSES_ON("passesOn", "passed on", EnumSet.of(WAITING, CLAIMED), WAITING),
  /** Its holder has written a reply. */
  WRITES("writes", "replied to", EnumSet.of(CLAIMED), PENDING),
  /** A colleague approves the reply. */
  APPROVES("approves", "approved", EnumSet.of(PENDING), PENDING),
  /** A colleague gives the reply back to its writer. */
  SENDS_BACK("sendsBack", "sent back", EnumSet.of(PENDING), WAITING),
  /** Its writer takes the reply back. */
  WITHDRAWS("withdraws", "withdrawn", EnumSet.of(PENDING), CLAIMED),
  /** The reply is on the network; perhaps one that had been given up. */
  SENT("sent", "sent", EnumSet.of(PENDING, WAITING), ANSWERED),
  /** The reply surely did not go out. */
  NOT_SENT("notSent", "given up", EnumSet.of(PENDING), WAITING),
  /** The company answered, but not through Switchboard. */
  ANSWERED_ELSEWHERE("answeredElsewhere", "answered elsewhere", EnumSet.of(WAITING), ANSWERED),
  /** It is done for the time being. */
  CLOSES("closes", "closed", EnumSet.of(WAITING, CLAIMED, ANSWERED), CLOSED),
  /** A closed case waits again. */
  REOPENS("reopens", "reopened", EnumSet.of(CLOSED), WAITING);

  private final String word;
  private final String done;
  private final Set<Lifecycle> from;
  private final Lifecycle to;

  Trigger(String word, String done, Set<Lifecycle> from, Lifecycle to) {
    this.word = word;
    this.done = done;
    this.from = from;
    this.to = to;
  }

  public String word() {
    return word;
  }

  /** What is done to the case, as in "it can't be claimed". */
  public String done() {
    return done;
  }

  public boolean leaves(Lifecycle state) {
    return from.contains(state);
  }

  /** The state of the step to which it leads. */
  public Lifecycle to() {
    return to;
  }

  /** Whether it leads on to the first step of its state, where a step does not name another. */
  boolean goesForward() {
    return switch (this) {
      case CLAIMS, WRITES, SENT, ANSWERED_ELSEWHERE, CLOSES -> true;
      case ASKS,
          RELEASES,
          CLAIM_EXPIRES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          NOT_SENT,
          REOPENS ->
          false;
    };
  }

  /** Whether somebody does it who may be refused; other things happen, and are taken note of. */
  public boolean isDoneByPerson() {
    return switch (this) {
      case CLAIMS,
          RELEASES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          WRITES,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          CLOSES,
          REOPENS ->
          true;
      case ASKS, CLAIM_EXPIRES, SENT, NOT_SENT, ANSWERED_ELSEWHERE -> false;
    };
  }

  /** What usually leads to a state. */
  static Trigger usualTo(Lifecycle state) {
    return switch (state) {
      case WAITING -> ASKS;
      case CLAIMED -> CLAIMS;
      case PENDING -> WRITES;
      case ANSWERED -> SENT;
      case CLOSED -> CLOSES;
    };
  }

  public static Optional<Trigger> find(String word) {
    for (Trigger trigger : values()) {
      if (trigger.word.equals(word)) {
        return Optional.of(trigger);
      }
    }
    return Optional.empty();
  }
}
