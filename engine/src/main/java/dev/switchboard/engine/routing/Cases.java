package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.routing.Routed.Place;
import dev.switchboard.engine.routing.RoutingDecision.AcceptRefused;
import dev.switchboard.engine.routing.RoutingDecision.Assigned;
import dev.switchboard.engine.routing.RoutingDecision.OfferExpired;
import dev.switchboard.engine.routing.RoutingDecision.Withdrawal;
import dev.switchboard.engine.routing.RoutingInput.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to cases: they come, change, go, and what people do with their offers. */
final class Cases {
  private final RoutingPolicy policy;
  private final CaseWeights weights;
  private final Floor floor;
  private final Dispatch dispatch;
  private final People people;

  /** That wait, are offered or are held; one for each case that is open. */
  final Map<Long, Routed> all = new HashMap<>();

  private Instant now = Instant.EPOCH;

  Cases(RoutingPolicy policy, CaseWeights weights, Floor floor, Dispatch dispatch, People people) {
    this.policy = policy;
    this.weights = weights;
    this.floor = floor;
    this.dispatch = dispatch;
    this.people = people;
  }

  void setNow(Instant at) {
    now = at;
  }

  /** Each case that is due comes once: what is done to it makes it due later. */
  void runDue() {
    while (!dispatch.due.isEmpty() && !dispatch.due.first().due.isAfter(now)) {
      Routed routed = dispatch.due.first();
      if (routed.place == Place.OFFERED) {
        expired(routed, routed.agent());
      } else {
        dispatch.remove(routed);
        dispatch.place(routed);
      }
    }
  }

  private void expired(Routed routed, Agent agent) {
    dispatch.say(new OfferExpired(routed.id, agent.name));
    routed.notTo(agent.name, now.plus(policy.notAgainWithin()));
    dispatch.remove(routed);
    people.overlooked(agent, routed);
    dispatch.place(routed);
    dispatch.fill(agent);
  }

  void waits(WaitingCase waiting, @Nullable String letGoBy) {
    Routed routed = all.computeIfAbsent(waiting.id(), Routed::new);
    Agent holder = routed.place == Place.HELD ? routed.agent() : null;
    if (holder == null && routed.place != Place.NOWHERE) {
      if (letGoBy == null || routed.wasTried(letGoBy)) {
        changed(waiting);
      } else {
        letGoUnheard(routed, waiting, letGoBy);
      }
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

  /** Somebody took the case and let it go before it was heard that they had taken it. */
  private void letGoUnheard(Routed routed, WaitingCase waiting, String letGoBy) {
    Agent offered = routed.place == Place.OFFERED ? routed.agent() : null;
    if (offered != null && !offered.name.equals(letGoBy)) {
      changed(waiting);
      return;
    }
    if (offered != null) {
      people.withdraw(routed, offered, Withdrawal.NO_LONGER_FITS);
    }
    dispatch.remove(routed);
    routed.notTo(letGoBy, now.plus(policy.notAgainWithin()));
    placeAnew(routed, waiting);
    if (offered != null) {
      dispatch.fill(offered);
    }
  }

  void resumed(WaitingCase waiting, Map<String, Instant> notTo, @Nullable Standing standing) {
    if (all.containsKey(waiting.id())) {
      changed(waiting);
      return;
    }
    Routed routed = new Routed(waiting.id());
    all.put(waiting.id(), routed);
    notTo.forEach(routed::notTo);
    know(routed, waiting);
    if (standing == null) {
      dispatch.place(routed);
    } else if (standing.until().isAfter(now)) {
      people.stand(routed, standing.agent(), standing.until());
    } else {
      dispatch.say(new OfferExpired(routed.id, standing.agent()));
      routed.notTo(standing.agent(), now.plus(policy.notAgainWithin()));
      dispatch.place(routed);
    }
  }

  private void know(Routed routed, WaitingCase waiting) {
    routed.know(waiting);
    routed.weight = weights.of(waiting.needs().kind());
  }

  void changed(WaitingCase waiting) {
    Routed routed = all.get(waiting.id());
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
    people.trim(holder);
    dispatch.fill(holder);
  }

  private void changedOffered(Routed routed, WaitingCase waiting) {
    Agent agent = routed.agent();
    boolean goesOn = waiting.needs().goOnFrom(routed.waiting().needs());
    if (agent.crew != null && stillFits(agent.crew, waiting, routed, goesOn)) {
      know(routed, waiting);
      routed.step = goesOn ? routed.step : 0;
      return;
    }
    people.withdraw(routed, agent, People.whyUnfit(waiting.needs(), agent));
    placeAnew(routed, waiting);
    dispatch.fill(agent);
  }

  /** Whom it was offered to may fit less than it asks for, as long as it asks for no more. */
  private boolean stillFits(Crew crew, WaitingCase waiting, Routed routed, boolean goesOn) {
    return goesOn
        ? crew.fitStep(waiting.needs())
        : crew.fit(waiting.needs()) && weights.of(waiting.needs().kind()) == routed.weight;
  }

  private void placeAnew(Routed routed, WaitingCase waiting) {
    dispatch.remove(routed);
    if (!waiting.needs().goOnFrom(routed.waiting().needs())) {
      routed.step = 0;
    }
    know(routed, waiting);
    dispatch.place(routed);
  }

  void held(long id, String name, CaseWeights.Kind kind) {
    Routed routed = all.computeIfAbsent(id, Routed::new);
    Agent before = routed.agent;
    if (routed.place == Place.HELD && before != null && before.name.equals(name)) {
      return;
    }
    if (routed.place == Place.OFFERED && before != null) {
      people.withdraw(routed, before, Withdrawal.TAKEN_BY_HAND);
    }
    dispatch.remove(routed);
    dispatch.clear(routed);
    routed.weight = weights.of(kind);
    Agent agent = floor.agents.computeIfAbsent(name, key -> new Agent(key, now));
    routed.place = Place.HELD;
    routed.agent = agent;
    // Whoever takes a case is there.
    agent.unseen = 0;
    floor.hide(agent);
    agent.load += routed.weight;
    agent.idleSince = now;
    floor.show(agent);
    people.trim(agent);
    dispatch.fill(agent);
    if (before != null) {
      dispatch.fill(before);
    }
  }

  void gone(long id) {
    Routed routed = all.remove(id);
    if (routed == null) {
      return;
    }
    Agent before = routed.place == Place.KEPT ? null : routed.agent;
    boolean wasHeld = routed.place == Place.HELD;
    if (routed.place == Place.OFFERED) {
      people.withdraw(routed, routed.agent(), Withdrawal.CASE_GONE);
    }
    dispatch.remove(routed);
    dispatch.clear(routed);
    if (before != null) {
      if (wasHeld) {
        people.looked(before);
      }
      dispatch.fill(before);
    }
  }

  void accepted(long id, String name) {
    Routed routed = all.get(id);
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
    routed.place = Place.HELD;
    routed.until = Instant.MAX;
    dispatch.setDue(routed, Instant.MAX);
    dispatch.say(new Assigned(id, name));
    floor.show(agent);
    people.looked(agent);
    dispatch.fill(agent);
  }

  void declined(long id, String name) {
    Routed routed = all.get(id);
    if (routed == null || routed.place != Place.OFFERED || !routed.agent().name.equals(name)) {
      return;
    }
    Agent agent = routed.agent();
    routed.notTo(name, now.plus(policy.notAgainWithin()));
    dispatch.remove(routed);
    people.looked(agent);
    dispatch.place(routed);
    dispatch.fill(agent);
  }
}
