package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.routing.Routed.Place;
import dev.switchboard.engine.routing.Routed.Raised;
import dev.switchboard.engine.routing.RoutingDecision.AcceptRefused;
import dev.switchboard.engine.routing.RoutingDecision.Assigned;
import dev.switchboard.engine.routing.RoutingDecision.OfferExpired;
import dev.switchboard.engine.routing.RoutingDecision.OfferWithdrawn;
import dev.switchboard.engine.routing.RoutingDecision.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
  final CaseWeights weights;
  final Floor floor;
  final Dispatch dispatch;

  /** That wait, are offered or are held; one for each case that is open. */
  final Map<Long, Routed> cases = new HashMap<>();

  /** Whose pause ends, at most one entry for each person. */
  final TreeSet<Agent> paused = new TreeSet<>(Agent.PAUSE_ENDS_FIRST);

  private final RoutingPolicy policy;
  Instant now = Instant.EPOCH;

  public Router(RoutingPolicy policy, CaseWeights weights) {
    this.policy = policy;
    this.weights = weights;
    floor = new Floor(policy);
    dispatch = new Dispatch(policy, floor);
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
    runDue();
    switch (input) {
      case RoutingInput.CaseWaits(var waiting, var letGoBy) -> waits(waiting, letGoBy);
      case RoutingInput.CaseChanged(var waiting) -> changed(waiting);
      case RoutingInput.CaseHeld(var id, var agent, var kind) -> held(id, agent, kind);
      case RoutingInput.CaseGone(var id) -> gone(id);
      case RoutingInput.AgentIs(var worker) -> agentIs(worker);
      case RoutingInput.AgentGone(var agent) -> agentGone(agent);
      case RoutingInput.OfferAccepted(var id, var agent) -> accepted(id, agent);
      case RoutingInput.OfferDeclined(var id, var agent) -> declined(id, agent);
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
    if (!paused.isEmpty()) {
      Instant end = paused.first().pauseEnd();
      next = end.isBefore(next) ? end : next;
    }
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  /** Each case and person that is due comes once: what is done to it makes it due later. */
  private void runDue() {
    while (!dispatch.due.isEmpty() && !dispatch.due.first().due.isAfter(now)) {
      Routed routed = dispatch.due.first();
      if (routed.place == Place.OFFERED) {
        expired(routed, routed.agent());
      } else {
        dispatch.remove(routed);
        dispatch.place(routed);
      }
    }
    while (!paused.isEmpty() && !paused.first().pauseEnd().isAfter(now)) {
      Agent agent = paused.first();
      resume(agent);
      dispatch.fill(agent);
    }
  }

  private void expired(Routed routed, Agent agent) {
    dispatch.say(new OfferExpired(routed.id, agent.name));
    routed.notTo(agent.name, now.plus(policy.notAgainWithin()));
    dispatch.remove(routed);
    agent.unanswered++;
    if (agent.unanswered >= policy.maxUnanswered() && agent.pausedUntil == null) {
      floor.hide(agent);
      agent.pausedUntil = now.plus(policy.pause());
      paused.add(agent);
      releaseKept(agent).forEach(dispatch::place);
    }
    dispatch.place(routed);
    dispatch.fill(agent);
  }

  private void resume(Agent agent) {
    floor.hide(agent);
    paused.remove(agent);
    agent.pausedUntil = null;
    agent.unanswered = 0;
    floor.show(agent);
  }

  private void waits(WaitingCase waiting, @Nullable String letGoBy) {
    Routed routed = cases.computeIfAbsent(waiting.id(), Routed::new);
    Agent holder = routed.place == Place.HELD ? routed.agent() : null;
    if (holder == null && routed.place != Place.NOWHERE) {
      changed(waiting);
      return;
    }
    dispatch.remove(routed);
    if (letGoBy != null) {
      routed.notTo(letGoBy, now.plus(policy.notAgainWithin()));
    }
    know(routed, waiting);
    routed.step = 0;
    dispatch.place(routed);
    if (holder != null) {
      dispatch.fill(holder);
    }
  }

  private void know(Routed routed, WaitingCase waiting) {
    routed.waiting = waiting;
    routed.since = waiting.since();
    routed.weight = weights.of(waiting.needs().kind());
  }

  private void changed(WaitingCase waiting) {
    Routed routed = cases.get(waiting.id());
    if (routed == null || waiting.equals(routed.waiting)) {
      return;
    }
    switch (routed.place) {
      case HELD -> changedHeld(routed, waiting);
      case OFFERED -> changedOffered(routed, waiting);
      case NOWHERE, QUEUED, KEPT -> placeAnew(routed, waiting);
    }
  }

  private void changedHeld(Routed routed, WaitingCase waiting) {
    Agent holder = routed.agent();
    int before = routed.weight;
    floor.hide(holder);
    know(routed, waiting);
    holder.load += routed.weight - before;
    floor.show(holder);
    trim(holder);
    dispatch.fill(holder);
  }

  private void changedOffered(Routed routed, WaitingCase waiting) {
    Agent agent = routed.agent();
    boolean same = waiting.needs().equals(routed.waiting().needs());
    boolean fits =
        agent.crew != null
            && agent.crew.traits.fit(waiting.needs())
            && weights.of(waiting.needs().kind()) == routed.weight;
    if (same || fits) {
      know(routed, waiting);
      routed.step = same ? routed.step : 0;
      return;
    }
    withdraw(routed, agent, Withdrawal.NO_LONGER_FITS);
    placeAnew(routed, waiting);
    dispatch.fill(agent);
  }

  private void placeAnew(Routed routed, WaitingCase waiting) {
    dispatch.remove(routed);
    if (!waiting.needs().equals(routed.waiting().needs())) {
      routed.step = 0;
    }
    know(routed, waiting);
    dispatch.place(routed);
  }

  private void withdraw(Routed routed, Agent agent, Withdrawal reason) {
    dispatch.say(new OfferWithdrawn(routed.id, agent.name, reason));
    dispatch.remove(routed);
  }

  private void held(long id, String name, CaseWeights.Kind kind) {
    Routed routed = cases.computeIfAbsent(id, Routed::new);
    Agent before = routed.agent;
    if (routed.place == Place.HELD && before != null && before.name.equals(name)) {
      return;
    }
    if (routed.place == Place.OFFERED && before != null) {
      withdraw(routed, before, Withdrawal.TAKEN_BY_HAND);
    }
    dispatch.remove(routed);
    dispatch.clear(routed);
    routed.weight = weights.of(kind);
    Agent agent = floor.agents.computeIfAbsent(name, key -> new Agent(key, now));
    routed.place = Place.HELD;
    routed.agent = agent;
    floor.hide(agent);
    agent.load += routed.weight;
    agent.idleSince = now;
    floor.show(agent);
    trim(agent);
    dispatch.fill(agent);
    if (before != null) {
      dispatch.fill(before);
    }
  }

  /** Withdraws the newest offers of whom somebody gave more by hand than leaves room for them. */
  private void trim(Agent agent) {
    Integer capacity = agent.capacity();
    List<Routed> withdrawn = new ArrayList<>();
    while (capacity != null && agent.load > capacity && !agent.offers.isEmpty()) {
      Routed newest = agent.offers.first();
      if (agent.load == newest.weight && capacity > 0) {
        break;
      }
      withdraw(newest, agent, Withdrawal.NO_LONGER_FITS);
      withdrawn.add(newest);
    }
    withdrawn.forEach(dispatch::place);
  }

  private void gone(long id) {
    Routed routed = cases.remove(id);
    if (routed == null) {
      return;
    }
    Agent before = routed.place == Place.KEPT ? null : routed.agent;
    if (routed.place == Place.OFFERED) {
      withdraw(routed, routed.agent(), Withdrawal.CASE_GONE);
    }
    dispatch.remove(routed);
    dispatch.clear(routed);
    if (before != null) {
      dispatch.fill(before);
    }
  }

  private void agentIs(Worker worker) {
    Agent agent = floor.agents.computeIfAbsent(worker.name(), name -> new Agent(name, now));
    if (worker.equals(agent.worker)) {
      return;
    }
    boolean known = agent.worker != null;
    boolean wasThere = agent.isThere();
    floor.hide(agent);
    boolean isThere = worker.presence() == Presence.WORKING;
    if (!known || wasThere != isThere) {
      agent.presenceSince = now;
      agent.idleSince = now;
      paused.remove(agent);
      agent.pausedUntil = null;
      agent.unanswered = 0;
    }
    floor.put(agent, worker);
    floor.show(agent);
    List<Routed> freed = new ArrayList<>(releaseKept(agent));
    freed.addAll(withdrawUnfit(agent));
    freed.forEach(dispatch::place);
    trim(agent);
    dispatch.fill(agent);
  }

  private List<Routed> releaseKept(Agent agent) {
    List<Routed> kept = List.copyOf(agent.kept);
    kept.forEach(dispatch::remove);
    return kept;
  }

  private List<Routed> withdrawUnfit(Agent agent) {
    List<Routed> unfit = new ArrayList<>();
    for (Routed offer : List.copyOf(agent.offers)) {
      if (!agent.isThere()) {
        withdraw(offer, agent, Withdrawal.NOT_THERE);
        unfit.add(offer);
      } else if (!stillFits(offer, agent)) {
        withdraw(offer, agent, Withdrawal.NO_LONGER_FITS);
        unfit.add(offer);
      }
    }
    return unfit;
  }

  /** Skills aside, since they may have been offered it as the one who answered last. */
  private boolean stillFits(Routed offer, Agent agent) {
    Needs needs = policy.relaxed(offer.waiting().needs(), offer.step);
    return agent.crew != null && agent.crew.traits.fit(needs.withSkills(List.of()));
  }

  private void agentGone(String name) {
    Agent agent = floor.agents.get(name);
    if (agent == null || agent.worker == null) {
      return;
    }
    floor.hide(agent);
    paused.remove(agent);
    agent.pausedUntil = null;
    floor.remove(agent);
    List<Routed> freed = new ArrayList<>(releaseKept(agent));
    freed.addAll(withdrawUnfit(agent));
    floor.forgetIfIdle(agent);
    freed.forEach(dispatch::place);
  }

  private void accepted(long id, String name) {
    Routed routed = cases.get(id);
    boolean theirs = routed != null && routed.agent != null && routed.agent.name.equals(name);
    if (routed == null || !theirs || routed.place == Place.KEPT) {
      dispatch.say(new AcceptRefused(id, name));
      return;
    }
    if (routed.place == Place.HELD) {
      return;
    }
    Agent agent = routed.agent();
    floor.hide(agent);
    agent.offers.remove(routed);
    agent.unanswered = 0;
    routed.place = Place.HELD;
    routed.until = Instant.MAX;
    dispatch.setDue(routed, Instant.MAX);
    dispatch.say(new Assigned(id, name));
    if (agent.pausedUntil != null) {
      resume(agent);
    }
    floor.show(agent);
    dispatch.fill(agent);
  }

  private void declined(long id, String name) {
    Routed routed = cases.get(id);
    if (routed == null || routed.place != Place.OFFERED || !routed.agent().name.equals(name)) {
      return;
    }
    Agent agent = routed.agent();
    routed.notTo(name, now.plus(policy.notAgainWithin()));
    dispatch.remove(routed);
    agent.unanswered = 0;
    if (agent.pausedUntil != null) {
      resume(agent);
    }
    dispatch.place(routed);
    dispatch.fill(agent);
  }

  /** Where a case is, if it is open. */
  public Optional<CasePlace> find(long id) {
    return Optional.ofNullable(cases.get(id)).map(Router::placeOf);
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

  /** Everything that decides what comes; of a kept state, the same inputs give the same decisions. */
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
