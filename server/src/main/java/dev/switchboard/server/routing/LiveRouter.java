package dev.switchboard.server.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.routing.CasePlace;
import dev.switchboard.engine.routing.Needs;
import dev.switchboard.engine.routing.Router;
import dev.switchboard.engine.routing.RoutingDecision;
import dev.switchboard.engine.routing.RoutingDecision.Relaxed;
import dev.switchboard.engine.routing.RoutingInput;
import dev.switchboard.engine.routing.WaitingCase;
import dev.switchboard.store.people.RosterReads.OnRoster;
import dev.switchboard.store.routing.OfferState;
import dev.switchboard.store.routing.RoutedCase;
import dev.switchboard.store.routing.RoutingStore.NotLooking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The router with what it does not keep itself: who is on the roster, what cases asked for at
 * first, and what is to be written. One thread.
 */
final class LiveRouter {
  private final Router router;
  private final RosterBook roster = new RosterBook();
  private final CaseNeeds needs;
  private final Plan plan = new Plan();

  /** Of the cases that wait. */
  private final Map<Long, Asked> asked = new HashMap<>();

  /** Who lets one offer after the other run out, and how many. */
  private final Map<String, Integer> notLooking = new HashMap<>();

  private boolean quiet;
  private long offers;
  private Instant now = Instant.EPOCH;

  /**
   * @param relaxed by what the case asks for less now, in order
   */
  private record Asked(Needs needs, List<Relaxed> relaxed) {}

  /**
   * @param takers whom its flow lets take a case
   */
  LiveRouter(RoutingSettings settings, CaseWeights weights, Function<RoutedCase, MayTake> takers) {
    this.router = new Router(settings.policy(), weights);
    this.needs = new CaseNeeds(settings, takers, roster::isKnownSkill);
  }

  void setNow(Instant at) {
    now = at;
  }

  /** While quiet, what cases ask for less is not told again: it was before, or nobody routed. */
  void setQuiet(boolean is) {
    quiet = is;
  }

  RosterBook roster() {
    return roster;
  }

  /** How many offers were made. */
  long offers() {
    return offers;
  }

  /** What is to be written since it was asked last. */
  Plan plan() {
    return plan;
  }

  /** Who has let so many offers run out that they are not there, since it was asked last. */
  List<NotLooking> takeNotLooking() {
    List<NotLooking> all = new ArrayList<>();
    notLooking.forEach((person, unseen) -> all.add(new NotLooking(person, unseen)));
    notLooking.clear();
    return all;
  }

  boolean waits(long id) {
    return router.find(id).filter(place -> !(place instanceof CasePlace.HeldBy)).isPresent();
  }

  boolean isUnroutable(long id) {
    return router.find(id).orElse(null) instanceof CasePlace.Queued(_, var unroutable)
        && unroutable;
  }

  Optional<Instant> findNextDue() {
    return router.findNextDue();
  }

  void person(OnRoster person) {
    take(new RoutingInput.AgentIs(roster.put(person)));
  }

  void gone(String person) {
    roster.gone(person);
    take(new RoutingInput.AgentGone(person));
  }

  void declined(long id, String person) {
    take(new RoutingInput.OfferDeclined(id, person));
  }

  /** A case that waits, as it was left when nobody routed. */
  void resumed(
      RoutedCase row, Map<String, Instant> notTo, RoutingInput.@Nullable Standing standing) {
    take(new RoutingInput.CaseResumed(asking(row), notTo, standing));
  }

  /**
   * A case as it is now.
   *
   * @param letGoBy who gave it back or let its claim run out; null: nobody
   */
  void caseIs(RoutedCase row, @Nullable String letGoBy) {
    String holder = row.holder();
    if (row.isWaiting()) {
      take(new RoutingInput.CaseWaits(asking(row), letGoBy));
    } else if (holder != null) {
      boolean accepted =
          router.find(row.id()).orElse(null) instanceof CasePlace.OfferedTo(var agent, _)
              && agent.equals(holder);
      ends(
          row.id(),
          accepted
              ? new RoutingInput.OfferAccepted(row.id(), holder)
              : new RoutingInput.CaseHeld(row.id(), holder, row.kind()));
    } else {
      settled(row.id());
    }
  }

  /** A case that nobody holds and nobody is to take. */
  void settled(long id) {
    ends(id, new RoutingInput.CaseGone(id));
  }

  /** A case waits no more. What was due of it comes first, and still asks for what it asked. */
  private void ends(long id, RoutingInput input) {
    take(input);
    asked.remove(id);
  }

  private WaitingCase asking(RoutedCase row) {
    WaitingCase waiting = needs.of(row);
    Asked before = asked.get(row.id());
    boolean goesOn = before != null && waiting.needs().goOnFrom(before.needs());
    if (before == null || !before.needs().equals(waiting.needs())) {
      List<Relaxed> relaxed = before != null && goesOn ? before.relaxed() : new ArrayList<>(0);
      asked.put(row.id(), new Asked(waiting.needs(), relaxed));
    }
    return waiting;
  }

  void tick() {
    take(new RoutingInput.Tick());
  }

  private void take(RoutingInput input) {
    router.take(input, now).forEach(this::plan);
  }

  private void plan(RoutingDecision decision) {
    switch (decision) {
      case RoutingDecision.Offered offered -> {
        Asked of = askedBy(offered.id());
        plan.made(offered, WhyJson.of(offered.why(), of.needs(), of.relaxed()));
        offers++;
      }
      case RoutingDecision.OfferExpired(var id, var agent) ->
          plan.ended(id, agent, OfferState.EXPIRED, null);
      case RoutingDecision.NotLooking(_, var agent, var unseen) -> notLooking.put(agent, unseen);
      case RoutingDecision.OfferWithdrawn(var id, var agent, var reason) ->
          plan.ended(id, agent, OfferState.WITHDRAWN, RoutingWords.of(reason));
      case RoutingDecision.Assigned(var id, var agent) ->
          plan.ended(id, agent, OfferState.ACCEPTED, null);
      case RoutingDecision.AcceptRefused _ -> {}
      case Relaxed step -> relaxed(step);
      case RoutingDecision.Unroutable(var id, var reason) -> {
        // Where nobody is on the roster, people work without routing.
        if (!roster.isEmpty()) {
          plan.raised(id, reason.words());
        }
      }
      case RoutingDecision.Cleared(var id) -> plan.cleared(id);
    }
  }

  private void relaxed(Relaxed step) {
    List<Relaxed> steps = askedBy(step.id()).relaxed();
    if (!steps.isEmpty() && steps.getLast().step() >= step.step()) {
      steps.clear();
    }
    steps.add(step);
    if (!quiet) {
      plan.relaxed(step);
    }
  }

  private Asked askedBy(long id) {
    Asked of = asked.get(id);
    if (of == null) {
      throw new IllegalStateException("case " + id + " is offered and asks for nothing");
    }
    return of;
  }
}
