package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the router is told. Every input may be told twice; the second time changes nothing. */
public sealed interface RoutingInput {
  /**
   * A case waits: it is new, reopened, given back, or its claim ran out.
   *
   * @param letGoBy who held it and gave it back or let it run out; it is not offered to them again
   *     for a while; null: nobody
   */
  record CaseWaits(WaitingCase waiting, @Nullable String letGoBy) implements RoutingInput {
    public CaseWaits(WaitingCase waiting) {
      this(waiting, null);
    }
  }

  /**
   * A case that waits, as another router left it; told before anything else of it, after the people
   * and what they hold.
   *
   * @param notTo who is not to be asked again, and until when
   * @param standing the offer that has not ended yet; null: none
   */
  record CaseResumed(WaitingCase waiting, Map<String, Instant> notTo, @Nullable Standing standing)
      implements RoutingInput {
    public CaseResumed {
      notTo = Map.copyOf(notTo);
    }
  }

  /** An offer to a person that another router made, until it expires. */
  record Standing(String agent, Instant until) {}

  /** What is known of a case has changed; who holds it goes on holding it. */
  record CaseChanged(WaitingCase waiting) implements RoutingInput {}

  /** Somebody holds a case: taken by hand, handed over, or held when the router began. */
  record CaseHeld(long id, String agent, CaseWeights.Kind kind) implements RoutingInput {}

  /** A case needs nobody now: answered, closed, set aside, merged. */
  record CaseGone(long id) implements RoutingInput {}

  /** A person as they are now. */
  record AgentIs(Worker worker) implements RoutingInput {}

  /** A person answers no more; what they hold stays theirs until it is told otherwise. */
  record AgentGone(String agent) implements RoutingInput {}

  record OfferAccepted(long id, String agent) implements RoutingInput {}

  record OfferDeclined(long id, String agent) implements RoutingInput {}

  /** Time has passed. */
  record Tick() implements RoutingInput {}
}
