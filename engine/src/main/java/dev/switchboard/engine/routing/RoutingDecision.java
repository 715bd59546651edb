package dev.switchboard.engine.routing;

import java.time.Instant;

/** What the router says is to be done, or has become so. */
public sealed interface RoutingDecision {
  long id();

  /** A person may have a case, until {@code expiresAt} comes. It is offered to nobody else. */
  record Offered(long id, String agent, Instant expiresAt, Why why) implements RoutingDecision {}

  /** Nobody answered the offer. */
  record OfferExpired(long id, String agent) implements RoutingDecision {}

  /**
   * Somebody says that they work and let so many offers expire, one after the other: they are not
   * there. They get no other for a while; said again with each that expires after it.
   *
   * @param id the case whose offer expired last
   */
  record NotLooking(long id, String agent, int offers) implements RoutingDecision {}

  /** The offer holds no more, through nothing that the person did with it. */
  record OfferWithdrawn(long id, String agent, Withdrawal reason) implements RoutingDecision {}

  /** The offer was accepted in time: the case is theirs. */
  record Assigned(long id, String agent) implements RoutingDecision {}

  /** An acceptance that does not count: it is not, or no longer, offered to them. */
  record AcceptRefused(long id, String agent) implements RoutingDecision {}

  /**
   * A case asks for less than before.
   *
   * @param step which of the policy's steps, from 1
   * @param from what it asked for, in words, and {@code to} what it asks for now
   */
  record Relaxed(long id, int step, Relaxation.Need need, String from, String to, Because because)
      implements RoutingDecision {}

  /** An exception: nobody can take the case. Raised once, until it is {@link Cleared}. */
  record Unroutable(long id, NoWay reason) implements RoutingDecision {}

  /** Somebody can take the case again, or it needs nobody now. */
  record Cleared(long id) implements RoutingDecision {}

  /** Why an offer was withdrawn. */
  enum Withdrawal {
    /** The case needs nobody now. */
    CASE_GONE,
    /** Somebody took the case by hand. */
    TAKEN_BY_HAND,
    /** The person is no longer there. */
    NOT_THERE,
    /** The case or the person changed, so that they don't fit any more. */
    NO_LONGER_FITS,
    /** The case stands in another step, or the person is somebody else to the flow. */
    FOR_OTHERS
  }

  /** Why a need was relaxed. */
  enum Because {
    /** The case has waited for so long. */
    WAITED,
    /** Nobody on the roster has it: waiting would not help. */
    NOBODY_HAS_IT
  }
}
