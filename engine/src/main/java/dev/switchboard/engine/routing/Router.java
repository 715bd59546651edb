package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.routing.Routed.Raised;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is offered which case. Deterministic: the same inputs at the same times give the same
 * decisions. For one thread at a time.
 *
 * <p>An input costs a look at each crew that fits the case, or at each queue that fits the person;
 * when the last person who could take cases leaves, or the first comes, a look at each such case.
 * Memory is bounded by the people on the roster, the cases that wait or are held, and at most
 * {@value Routed#MAX_TRIED} names a case.
 */
public final class Router {
  final Floor floor;
  final Dispatch dispatch;
  final People people;
  final Cases cases;
  Instant now = Instant.EPOCH;

  public Router(RoutingPolicy policy, CaseWeights weights) {
    floor = new Floor(policy);
    dispatch = new Dispatch(policy, floor);
    people = new People(policy, floor, dispatch);
    cases = new Cases(policy, weights, floor, dispatch, people);
  }

  /**
   * Takes one input.
   *
   * @param at not before that of the input before; if it is, the time of that one counts
   * @return what is to be done, in this order; what became due by now comes first
   */
  public List<RoutingDecision> take(RoutingInput input, Instant at) {
    now = at.isAfter(now) ? at : now;
    dispatch.setNow(now);
    people.setNow(now);
    cases.setNow(now);
    cases.runDue();
    people.endPauses();
    switch (input) {
      case RoutingInput.CaseWaits(var waiting, var letGoBy) -> cases.waits(waiting, letGoBy);
      case RoutingInput.CaseResumed(var waiting, var notTo, var standing) ->
          cases.resumed(waiting, notTo, standing);
      case RoutingInput.CaseChanged(var waiting) -> cases.changed(waiting);
      case RoutingInput.CaseHeld(var id, var agent, var kind) -> cases.held(id, agent, kind);
      case RoutingInput.CaseGone(var id) -> cases.gone(id);
      case RoutingInput.AgentIs(var worker) -> people.agentIs(worker);
      case RoutingInput.AgentGone(var agent) -> people.agentGone(agent);
      case RoutingInput.OfferAccepted(var id, var agent) -> cases.accepted(id, agent);
      case RoutingInput.OfferDeclined(var id, var agent) -> cases.declined(id, agent);
      case RoutingInput.Tick _ -> {}
    }
    floor.takeShaken().forEach(dispatch::lookAt);
    return dispatch.takeDecisions();
  }

  public List<RoutingDecision> tick(Instant at) {
    return take(new RoutingInput.Tick(), at);
  }

  /** When {@link #tick} has something to do, if nothing else happens before. */
  public Optional<Instant> findNextDue() {
    Instant next = dispatch.due.isEmpty() ? Instant.MAX : dispatch.due.first().due;
    Instant pauseEnd = people.nextPauseEnd();
    next = pauseEnd.isBefore(next) ? pauseEnd : next;
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  /** Where a case is, if it is open. */
  public Optional<CasePlace> find(long id) {
    return Optional.ofNullable(cases.all.get(id)).map(Router::placeOf);
  }

  private static CasePlace placeOf(Routed routed) {
    return switch (routed.place) {
      // Between two inputs no case is nowhere.
      case QUEUED, NOWHERE -> new CasePlace.Queued(routed.step, routed.raised != Raised.NO);
      case KEPT -> new CasePlace.KeptFor(routed.agent().name, routed.until);
      case OFFERED -> new CasePlace.OfferedTo(routed.agent().name, routed.until);
      case HELD -> new CasePlace.HeldBy(routed.agent().name);
    };
  }

  /** What the cases that a person holds and is offered weigh together; 0 if nobody knows them. */
  public int load(String name) {
    Agent agent = floor.agents.get(name);
    return agent == null ? 0 : agent.load;
  }

  /**
   * Everything that decides what comes; of a kept state, the same inputs give the same decisions.
   */
  public byte[] snapshot() {
    return RouterSnapshot.write(this);
  }

  /**
   * A router as it was.
   *
   * @param policy and {@code weights} as they were for it
   * @throws IllegalArgumentException if the bytes are no snapshot of a router
   */
  public static Router restore(RoutingPolicy policy, CaseWeights weights, byte[] bytes) {
    Router router = new Router(policy, weights);
    RouterSnapshot.readInto(router, bytes);
    return router;
  }
}
