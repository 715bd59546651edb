package dev.switchboard.engine.routing;

import dev.switchboard.engine.routing.Routed.Place;
import dev.switchboard.engine.routing.Routed.Raised;
import dev.switchboard.engine.routing.RoutingDecision.Because;
import dev.switchboard.engine.routing.RoutingDecision.Cleared;
import dev.switchboard.engine.routing.RoutingDecision.Offered;
import dev.switchboard.engine.routing.RoutingDecision.Relaxed;
import dev.switchboard.engine.routing.RoutingDecision.Unroutable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds a person for a case, and cases for a person. */
final class Dispatch {
  private final RoutingPolicy policy;
  private final Floor floor;
  private final List<RoutingDecision> decisions = new ArrayList<>();

  /** Cases that are looked at again at some time; at most one entry for each case. */
  final TreeSet<Routed> due = new TreeSet<>(Routed.DUE_FIRST);

  private Instant now = Instant.MIN;

  Dispatch(RoutingPolicy policy, Floor floor) {
    this.policy = policy;
    this.floor = floor;
  }

  void setNow(Instant at) {
    now = at;
  }

  void say(RoutingDecision decision) {
    decisions.add(decision);
  }

  List<RoutingDecision> takeDecisions() {
    List<RoutingDecision> taken = List.copyOf(decisions);
    decisions.clear();
    return taken;
  }

  /** Finds a place for a case that is nowhere: with a person, kept for one, or in a queue. */
  void place(Routed routed) {
    routed.forgetTried(now);
    relaxByTime(routed);
    Demand demand = relaxWhatNobodyHas(routed);
    if (goesToPrevious(routed, demand)) {
      return;
    }
    Candidates candidates = Candidates.of(demand.now, routed, floor);
    Agent best = candidates.leastLoaded();
    if (best == null) {
      wait(routed, demand);
    } else {
      Rule rule = new Rule.LeastLoaded(best.load, best.capacity(), best.idleSince);
      offer(routed, best, candidates.why(best, true, rule));
    }
  }

  void relaxByTime(Routed routed) {
    while (routed.step < policy.relaxations().size()
        && !policy.stepAt(routed.waiting(), routed.step).isAfter(now)) {
      relax(routed, Because.WAITED);
    }
  }

  private Demand relaxWhatNobodyHas(Routed routed) {
    Demand demand = floor.demands.of(routed);
    while (helpsToRelax(routed, demand)) {
      relax(routed, Because.NOBODY_HAS_IT);
      demand = floor.demands.of(routed);
    }
    return demand;
  }

  private boolean helpsToRelax(Routed routed, Demand demand) {
    return demand.now.isEmpty()
        && !demand.last.isEmpty()
        && routed.step < policy.relaxations().size();
  }

  private void relax(Routed routed, Because because) {
    Needs asked = routed.waiting().needs();
    Needs before = policy.relaxed(asked, routed.step);
    Relaxation relaxation = policy.relaxations().get(routed.step);
    Needs after = relaxation.applied(before);
    routed.step++;
    if (!after.equals(before)) {
      say(
          new Relaxed(
              routed.id,
              routed.step,
              relaxation.need(),
              relaxation.words(before),
              relaxation.words(after),
              because));
    }
  }

  /** To who answered last, if they are there, or into their hands as soon as they have room. */
  private boolean goesToPrevious(Routed routed, Demand demand) {
    Agent agent = findPrevious(routed, demand);
    if (agent == null || !agent.isThere() || agent.pausedUntil != null) {
      return false;
    }
    if (agent.isAvailable(policy.maxOpenOffers()) && agent.hasRoom(routed.weight)) {
      offerToPrevious(routed, agent, demand);
      return true;
    }
    Instant until = routed.since.plus(policy.waitForPrevious());
    if (!until.isAfter(now)) {
      return false;
    }
    routed.place = Place.KEPT;
    routed.agent = agent;
    routed.until = until;
    agent.kept.add(routed);
    clear(routed);
    setDue(routed, until);
    return true;
  }

  /** Who answered last may take the case whatever their skills: they know it. */
  private @Nullable Agent findPrevious(Routed routed, Demand demand) {
    WaitingCase.Previous previous = routed.waiting().previous();
    if (previous == null
        || previous.at().plus(policy.previousWithin()).isBefore(now)
        || routed.wasTried(previous.agent())) {
      return null;
    }
    Agent agent = floor.agents.get(previous.agent());
    boolean fits =
        agent != null
            && agent.crew != null
            && agent.crew.fit(demand.now.needs.withSkills(List.of()));
    return fits ? agent : null;
  }

  private void offerToPrevious(Routed routed, Agent agent, Demand demand) {
    WaitingCase.Previous previous = routed.waiting().previous();
    Instant at = previous == null ? now : previous.at();
    boolean fits = agent.crew != null && demand.now.has(agent.crew);
    Rule rule = new Rule.PreviousAgent(at);
    offer(routed, agent, Candidates.of(demand.now, routed, floor).why(agent, fits, rule));
  }

  private void offer(Routed routed, Agent agent, Why why) {
    clear(routed);
    routed.place = Place.OFFERED;
    routed.agent = agent;
    routed.until = now.plus(policy.offerLasts());
    floor.hide(agent);
    agent.load += routed.weight;
    agent.idleSince = now;
    agent.offers.add(routed);
    floor.show(agent);
    setDue(routed, routed.until);
    say(new Offered(routed.id, agent.name, routed.until, why));
  }

  private void wait(Routed routed, Demand demand) {
    routed.place = Place.QUEUED;
    floor.demands.add(routed, demand);
    lookAt(routed);
  }

  /** For a case in a queue: the exception that it is or is not, and when to look at it again. */
  void lookAt(Routed routed) {
    CaseQueue queue = routed.queue;
    if (queue == null) {
      return;
    }
    Demand demand = queue.demand;
    if (helpsToRelax(routed, demand)) {
      remove(routed);
      place(routed);
      return;
    }
    Instant absence = absenceCounts(routed, demand.last);
    if (demand.last.isEmpty()) {
      raise(routed, Raised.NOBODY_COULD, new NoWay.NobodyCould(floor.missing(demand.last.needs)));
    } else if (!absence.isAfter(now)) {
      raise(
          routed,
          Raised.NOBODY_THERE,
          new NoWay.NobodyThere(
              demand.last.people(), policy.nobodyThereAfter(), demand.last.needs.who()));
      absence = Instant.MAX;
    } else {
      clear(routed);
    }
    setDue(routed, earliest(absence, routed));
  }

  /**
   * From when on it is an exception that nobody is there; {@link Instant#MAX} while somebody is.
   */
  private Instant absenceCounts(Routed routed, Fitting last) {
    if (last.there() > 0 || last.isEmpty()) {
      return Instant.MAX;
    }
    Instant since = last.nobodySince();
    return (since.isAfter(routed.since) ? since : routed.since).plus(policy.nobodyThereAfter());
  }

  private Instant earliest(Instant absence, Routed routed) {
    Instant first = absence;
    if (routed.step < policy.relaxations().size()) {
      Instant step = policy.stepAt(routed.waiting(), routed.step);
      first = step.isBefore(first) ? step : first;
    }
    for (Instant again : routed.tried().values()) {
      first = again.isBefore(first) ? again : first;
    }
    return first;
  }

  private void raise(Routed routed, Raised raised, NoWay reason) {
    if (routed.raised != raised) {
      clear(routed);
      routed.raised = raised;
      say(new Unroutable(routed.id, reason));
    }
  }

  void clear(Routed routed) {
    if (routed.raised != Raised.NO) {
      routed.raised = Raised.NO;
      say(new Cleared(routed.id));
    }
  }

  void setDue(Routed routed, Instant at) {
    due.remove(routed);
    routed.due = at;
    if (!at.equals(Instant.MAX)) {
      due.add(routed);
    }
  }

  /** Takes a case from where it is. Who had it has that much more room. */
  void remove(Routed routed) {
    setDue(routed, Instant.MAX);
    if (routed.queue != null) {
      floor.demands.remove(routed, routed.queue);
    }
    Agent agent = routed.agent;
    if (agent != null) {
      release(routed, agent);
    }
    routed.agent = null;
    routed.place = Place.NOWHERE;
    routed.until = Instant.MAX;
  }

  private void release(Routed routed, Agent agent) {
    if (routed.place == Place.KEPT) {
      agent.kept.remove(routed);
      return;
    }
    floor.hide(agent);
    agent.load -= routed.weight;
    agent.idleSince = now;
    agent.offers.remove(routed);
    floor.show(agent);
    floor.forgetIfIdle(agent);
  }

  /** Offers a person cases while they have room: those kept for them first. */
  void fill(Agent agent) {
    // Each round uses up one of the offers that they may have.
    while (agent.crew != null && agent.isAvailable(policy.maxOpenOffers())) {
      Routed kept = findKept(agent);
      if (kept != null) {
        remove(kept);
        offerToPrevious(kept, agent, floor.demands.of(kept));
      } else if (!offerCostliest(agent, agent.crew)) {
        return;
      }
    }
  }

  private static @Nullable Routed findKept(Agent agent) {
    for (Routed kept : agent.kept) {
      if (agent.hasRoom(kept.weight)) {
        return kept;
      }
    }
    return null;
  }

  private boolean offerCostliest(Agent agent, Crew crew) {
    Costliest costliest = new Costliest(agent, now);
    costliest.look(floor.demands, crew, policy.relaxedService());
    Routed best = costliest.best;
    if (best == null || best.queue == null) {
      return false;
    }
    offerFromQueue(best, best.queue.demand, agent, costliest.cases, costliest.cost);
    return true;
  }

  private void offerFromQueue(Routed best, Demand demand, Agent agent, long cases, double cost) {
    WaitingCase waiting = best.waiting();
    Duration age = Duration.between(waiting.since(), now);
    Rule rule = new Rule.CostliestWait(age, waiting.allowed(), waiting.handling(), cost, cases);
    Why why = Candidates.of(demand.now, best, floor).why(agent, true, rule);
    remove(best);
    offer(best, agent, why);
  }
}
