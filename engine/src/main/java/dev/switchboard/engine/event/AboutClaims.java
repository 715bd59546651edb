package dev.switchboard.engine.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What colleagues do with each other's claims and replies. The actor is who did it; {@code person}
 * is the writer whom it concerns.
 */
public sealed interface AboutClaims extends Event {
  /**
   * Somebody took a case out of a colleague's hands.
   *
   * @param from who held it
   * @param to who holds it now
   * @param token of the new claim
   */
  record TakenOver(String from, String to, String reason, long token) implements AboutClaims {}

  /**
   * A reply waits for a colleague's approval.
   *
   * @param why newcomer, topic, channel, brand or flow
   * @param about which of them
   * @param step the step of the flow in which it waits, if the flow asks for it; else null
   * @param who whom the flow names to decide: whoever is in one of these groups, or, if there is
   *     none, everybody who answers customers; of no meaning if the flow does not ask
   */
  record ApprovalAsked(
      long reply,
      String person,
      String why,
      String about,
      @Nullable String step,
      List<AboutSteps.Called> who)
      implements AboutClaims {
    public ApprovalAsked {
      who = List.copyOf(who);
    }
  }

  record Approved(long reply, String person) implements AboutClaims {}

  record SentBack(long reply, String person, String note) implements AboutClaims {}

  /** Its writer took a reply back before anybody had decided. */
  record Withdrawn(long reply, String person) implements AboutClaims {}

  /**
   * A case goes to others: who may act on it is who may act in the step to which it has gone.
   *
   * @param from the step in which it was
   */
  record PassedOn(String from, String to) implements AboutClaims {}

  /**
   * A case rests that {@code person} holds.
   *
   * @param waitingOn customer or company
   * @param until when it goes on by itself
   */
  record Paused(String person, String waitingOn, String reason, Instant until)
      implements AboutClaims {}

  /**
   * A case that rested goes on; {@code person} holds it.
   *
   * @param how one of the words here
   */
  record Resumed(String person, String how) implements AboutClaims {
    public static final String BY_HAND = "byHand";
    public static final String CUSTOMER_WROTE = "customerWrote";
    public static final String TIME_CAME = "timeCame";
  }

  /** Whether somebody's replies are reviewed was changed. */
  record ReviewChanged(String person, boolean reviewed) implements AboutClaims {}
}
