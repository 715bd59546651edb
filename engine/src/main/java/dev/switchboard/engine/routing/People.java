package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.routing.RoutingDecision.NotLooking;
import dev.switchboard.engine.routing.RoutingDecision.OfferWithdrawn;
import dev.switchboard.engine.routing.RoutingDecision.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What happens to the people on the floor: they come, go, change, and are not looking. */
final class People {
  private final RoutingPolicy policy;
  private final Floor floor;
  private final Dispatch dispatch;

  /** Whose pause ends, at most one entry for each person. */
  final TreeSet<Agent> paused = new TreeSet<>(Agent.PAUSE_ENDS_FIRST);

  private Instant now = Instant.EPOCH;

  People(RoutingPolicy policy, Floor floor, Dispatch dispatch) {
    this.policy = policy;
    this.floor = floor;
    this.dispatch = dispatch;
  }

  void setNow(Instant at) {
    now = at;
  }

  Instant nextPauseEnd() {
    return paused.isEmpty() ? Instant.MAX : paused.first().pauseEnd();
  }

  void endPauses() {
    while (!nextPauseEnd().isAfter(now)) {
      Agent agent = paused.first();
      resume(agent);
      dispatch.fill(agent);
    }
  }

  void agentIs(Worker worker) {
    Agent agent = floor.agents.computeIfAbsent(worker.name(), name -> new Agent(name, now));
    if (worker.equals(agent.worker)) {
      return;
    }
    boolean known = agent.worker != null;
    boolean wasThere = agent.isThere();
    floor.hide(agent);
    boolean isThere = worker.presence() == Presence.WORKING;
    if (!known || wasThere != isThere) {
      // Who was never seen there has been absent all the time.
      agent.presenceSince = known || isThere ? now : Instant.EPOCH;
      agent.idleSince = now;
      paused.remove(agent);
      agent.pausedUntil = null;
      agent.unanswered = 0;
      agent.unseen = 0;
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
        withdraw(offer, agent, whyUnfit(offer.waiting().needs(), agent));
        unfit.add(offer);
      }
    }
    return unfit;
  }

  /** Skills aside, since they may have been offered it as the one who answered last. */
  private boolean stillFits(Routed offer, Agent agent) {
    Needs needs = policy.relaxed(offer.waiting().needs(), offer.step);
    return agent.crew != null && agent.crew.fit(needs.withSkills(List.of()));
  }

  static Withdrawal whyUnfit(Needs needs, Agent agent) {
    return agent.crew == null || agent.crew.fitStep(needs)
        ? Withdrawal.NO_LONGER_FITS
        : Withdrawal.FOR_OTHERS;
  }

  /**
   * Leaves a case with whom it was offered to, unless they are not there or don't fit any more.
   *
   * @param told until when; but no longer than an offer lasts, since a clock may have been set back
   */
  void stand(Routed routed, String name, Instant told) {
    Instant longest = now.plus(policy.offerLasts());
    Instant until = told.isAfter(longest) ? longest : told;
    routed.forgetTried(now);
    dispatch.relaxByTime(routed);
    Agent agent = floor.agents.get(name);
    if (agent == null || !agent.isThere()) {
      takeFrom(name, routed, Withdrawal.NOT_THERE);
    } else if (!stillFits(routed, agent) || !agent.hasRoom(routed.weight)) {
      takeFrom(name, routed, whyUnfit(routed.waiting().needs(), agent));
    } else {
      routed.place = Routed.Place.OFFERED;
      routed.agent = agent;
      routed.until = until;
      floor.hide(agent);
      agent.load += routed.weight;
      agent.offers.add(routed);
      floor.show(agent);
      dispatch.setDue(routed, until);
    }
  }

  private void takeFrom(String name, Routed routed, Withdrawal reason) {
    dispatch.say(new OfferWithdrawn(routed.id, name, reason));
    dispatch.place(routed);
  }

  void agentGone(String name) {
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

  /** Withdraws the newest offers of whom somebody gave more by hand than leaves room for them. */
  void trim(Agent agent) {
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

  void withdraw(Routed routed, Agent agent, Withdrawal reason) {
    dispatch.say(new OfferWithdrawn(routed.id, agent.name, reason));
    dispatch.remove(routed);
  }

  /** One more offer was not answered. */
  void overlooked(Agent agent, Routed offer) {
    agent.unanswered++;
    agent.unseen++;
    boolean gone = policy.maxUnseen() > 0 && agent.unseen >= policy.maxUnseen();
    if (gone) {
      dispatch.say(new NotLooking(offer.id, agent.name, agent.unseen));
    }
    if ((gone || agent.unanswered >= policy.maxUnanswered()) && agent.pausedUntil == null) {
      floor.hide(agent);
      agent.pausedUntil = now.plus(policy.pause());
      paused.add(agent);
      releaseKept(agent).forEach(dispatch::place);
    }
  }

  /** They answered an offer, or what they held is done: they are looking. */
  void looked(Agent agent) {
    agent.unanswered = 0;
    agent.unseen = 0;
    if (agent.pausedUntil != null) {
      resume(agent);
    }
  }

  private void resume(Agent agent) {
    floor.hide(agent);
    paused.remove(agent);
    agent.pausedUntil = null;
    agent.unanswered = 0;
    floor.show(agent);
  }
}
