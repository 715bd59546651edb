package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Situation;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.routing.FloorModel.Case;
import dev.switchboard.engine.routing.NightDesk.Person;
import dev.switchboard.engine.routing.RoutingDecision.Offered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A company at night: the floor with its router, each case with its flow and deadlines, people who
 * come and go by their shifts. What one part decides the others are told, as the server does.
 */
final class CompanyWorld {
  private static final Duration SHIFTS_BEGIN_EVERY = Duration.ofMinutes(30);
  private static final int MAX_OFFERS_A_STEP = 1_000;
  private static final int MAX_ROUNDS = 300;

  private final BusinessClock clock;
  private final FloorWorld floor;
  private final List<Person> people = new ArrayList<>(NightDesk.PEOPLE);
  private final Set<String> ill = new HashSet<>();
  private final TreeMap<Long, CompanyCase> cases = new TreeMap<>();
  private final Flow firstVersion = NightDesk.flow(1);
  private Flow flow = firstVersion;
  private @Nullable RoutingInput last;
  private Instant now;

  CompanyWorld(Instant start) {
    now = start;
    clock = BusinessClock.from(start);
    floor = new FloorWorld(start);
    presence();
  }

  void take(CompanyStep step) {
    passTo(now.plus(Duration.ofMinutes(step.minutes())));
    long id = step.on();
    Person who = people.get(step.who());
    CompanyCase one = cases.get(id);
    switch (step.verb()) {
      case CUSTOMER_ASKS -> asks(id, one, step.shape());
      case FALLS_ILL -> {
        ill.add(who.name());
        presence();
      }
      case COMES_BACK -> {
        ill.remove(who.name());
        presence();
      }
      case PROCESS_IS_KILLED -> floor.restart();
      case FLOW_CHANGES -> flow = NightDesk.flow(2);
      case IS_TOLD_TWICE -> toldTwice();
      case TIME -> {}
      case OFFER_IS_ACCEPTED,
          OFFER_IS_DECLINED,
          IS_CLAIMED_BY_HAND,
          REPLY_IS_WRITTEN,
          REPLY_IS_SENT,
          NETWORK_FAILS,
          REPLY_IS_APPROVED,
          REPLY_IS_SENT_BACK,
          REPLY_IS_WITHDRAWN,
          IS_RELEASED,
          IS_HANDED_OVER,
          IS_TAKEN_OVER,
          IS_PASSED_ON,
          IS_CLOSED,
          IS_REOPENED -> {
        if (one != null) {
          act(one, step, who.actor());
        }
      }
    }
    check();
  }

  private void act(CompanyCase one, CompanyStep step, Actor who) {
    Actor holder = actor(one.place.worker(), who);
    switch (step.verb()) {
      case OFFER_IS_ACCEPTED -> accepts(one);
      case OFFER_IS_DECLINED -> floorCase(one).ifPresent(on -> floor.declines(one.id(), on));
      case IS_CLAIMED_BY_HAND -> byHand(one, Trigger.CLAIMS, who, null, who);
      case IS_TAKEN_OVER -> byHand(one, Trigger.TAKES_OVER, who, null, who);
      case IS_HANDED_OVER -> byHand(one, Trigger.HANDS_OVER, holder, who, who);
      case REPLY_IS_WITHDRAWN -> {
        var reply = one.place.reply();
        Actor writer = reply == null ? who : actor(reply.writer(), who);
        byHand(one, Trigger.WITHDRAWS, writer, null, writer);
      }
      case REPLY_IS_WRITTEN -> happens(one, Trigger.WRITES, holder, null);
      case REPLY_IS_APPROVED -> happens(one, Trigger.APPROVES, who, null);
      case REPLY_IS_SENT_BACK -> happens(one, Trigger.SENDS_BACK, who, null);
      case IS_RELEASED -> happens(one, Trigger.RELEASES, holder, null);
      case IS_PASSED_ON -> happens(one, Trigger.PASSES_ON, holder, null);
      case IS_CLOSED -> happens(one, Trigger.CLOSES, holder, null);
      case IS_REOPENED -> happens(one, Trigger.REOPENS, who, null);
      case REPLY_IS_SENT -> networkSays(one, Trigger.SENT);
      case NETWORK_FAILS -> networkSays(one, Trigger.NOT_SENT);
      default -> throw new IllegalArgumentException(step.verb() + " is done to no case");
    }
    settle();
  }

  private Actor actor(String name) {
    return actor(name, NightDesk.ZED.actor());
  }

  private Actor actor(@Nullable String name, Actor otherwise) {
    return people.stream()
        .map(Person::actor)
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }

  private Optional<Case> floorCase(CompanyCase one) {
    return Optional.ofNullable(floor.model.cases.get(one.id()));
  }

  /** Only what is pending and approved is at the network. */
  private void networkSays(CompanyCase one, Trigger trigger) {
    var reply = one.place.reply();
    if (reply != null && !reply.awaitsApproval()) {
      assertThat(happens(one, trigger, null, null)).isTrue();
    }
  }

  private void asks(long id, @Nullable CompanyCase one, int shape) {
    if (one == null) {
      Situation situation =
          new Situation(shape % 2 == 0 ? "refunds" : "baggage", Set.of(), shape % 5 == 0, null);
      CompanyCase fresh = new CompanyCase(waiting(id, shape), flow, situation, clock);
      cases.put(id, fresh);
      floor.waits(FloorWorld.in(fresh.first, fresh.mayTake()));
    } else if (one.state() != Lifecycle.CLOSED) {
      happens(one, Trigger.ASKS, null, null);
    }
    settle();
  }

  private WaitingCase waitingAgain(WaitingCase first, WaitingCase.@Nullable Previous previous) {
    return new WaitingCase(
        first.id(), first.needs(), now, now.plus(first.allowed()), first.handling(), previous);
  }

  private WaitingCase waiting(long id, int shape) {
    Needs needs =
        new Needs(
            "north",
            new CaseWeights.Kind(shape % 7 == 0 ? "forum" : "mastodon", shape % 4 == 0),
            shape % 2 == 0 ? "refunds" : "baggage",
            null,
            shape % 3 == 0 ? List.of(new Skill("refunds", 1 + shape % 4)) : List.of());
    return new WaitingCase(
        id,
        needs,
        now,
        now.plus(Duration.ofMinutes(shape % 3 == 0 ? 20 : 240)),
        Duration.ofMinutes(1 + shape % 7),
        null);
  }

  /** Whoever is offered a case may take it. */
  private void accepts(CompanyCase one) {
    Case on = floor.model.cases.get(one.id());
    if (on == null || on.offeredTo == null) {
      return;
    }
    String agent = on.offeredTo;
    assertThat(one.happens(Trigger.CLAIMS, actor(agent), null, now))
        .as("%s accepts %s", agent, one.place)
        .isTrue();
    floor.accepts(one.id(), on, agent);
    last = new RoutingInput.OfferAccepted(one.id(), agent);
    one.claimedUntil = now.plus(Duration.ofMinutes(25));
  }

  /**
   * Somebody gets a case without an offer, if they have room for it.
   *
   * @param gets who has it then
   */
  private void byHand(CompanyCase one, Trigger trigger, Actor by, @Nullable Actor to, Actor gets) {
    Worker worker = floor.model.getWorker(gets.name());
    int held =
        floor
            .model
            .with(gets.name())
            .filter(other -> gets.name().equals(other.heldBy))
            .mapToInt(other -> FloorWorld.WEIGHTS.of(other.waiting.needs().kind()))
            .sum();
    int weight = FloorWorld.WEIGHTS.of(one.first.needs().kind());
    boolean theirs = gets.name().equals(one.place.worker());
    int capacity = Objects.requireNonNull(worker.capacity());
    if (theirs || Eligibility.hasRoom(held, weight, capacity)) {
      happens(one, trigger, by, to);
    }
  }

  /** Something happens in the flow, and the floor is told what follows. */
  private boolean happens(
      CompanyCase one, Trigger trigger, @Nullable Actor by, @Nullable Actor to) {
    Lifecycle was = one.state();
    String before = one.place.worker();
    if (!one.happens(trigger, by, to, now)) {
      return false;
    }
    Case on = floor.model.cases.get(one.id());
    String worker = one.place.worker();
    switch (one.state()) {
      case WAITING -> {
        if (was == Lifecycle.CLAIMED) {
          floor.letGo(on, trigger != Trigger.PASSES_ON, one.mayTake());
        } else if (was != Lifecycle.WAITING) {
          var previous = before == null ? null : new WaitingCase.Previous(before, now);
          floor.waits(FloorWorld.in(waitingAgain(one.first, previous), one.mayTake()));
        } else {
          floor.comesTo(one.id(), one.mayTake());
        }
      }
      case CLAIMED -> {
        if (was != Lifecycle.CLAIMED || !Objects.equals(before, worker)) {
          held(one, on, Objects.requireNonNull(worker));
        }
      }
      case PENDING, ANSWERED, CLOSED -> {
        if (on != null) {
          floor.goes(one.id(), on);
          last = new RoutingInput.CaseGone(one.id());
        }
      }
    }
    one.claimedUntil =
        one.state() == Lifecycle.CLAIMED ? now.plus(Duration.ofMinutes(25)) : Instant.MAX;
    return true;
  }

  private void held(CompanyCase one, @Nullable Case known, String worker) {
    Case on = known;
    if (on == null) {
      on = new Case(one.first);
      floor.model.cases.put(one.id(), on);
    }
    floor.takenByHand(one.id(), on, worker);
    last = new RoutingInput.CaseHeld(one.id(), worker, on.waiting.needs().kind());
  }

  /** The log is read again from a place before: what is told twice changes nothing. */
  private void toldTwice() {
    if (last instanceof RoutingInput.CaseGone(var id) && floor.model.cases.containsKey(id)
        || last instanceof RoutingInput.CaseHeld(var id2, var agent, _) && !isHeld(id2, agent)
        || last instanceof RoutingInput.OfferAccepted(var id3, var by) && !isHeld(id3, by)) {
      last = null;
    }
    if (last != null) {
      assertThat(floor.feed(last)).as("%s again", last).isEmpty();
    }
  }

  private boolean isHeld(long id, String agent) {
    Case on = floor.model.cases.get(id);
    return on != null && agent.equals(on.heldBy);
  }

  /** Offers are told to the flow, which lets everybody act who gets one. */
  private void settle() {
    int told = 0;
    List<Offered> offers = floor.takeOffered();
    while (!offers.isEmpty()) {
      for (Offered offer : offers) {
        assertThat(++told).as("offers that go round").isLessThan(MAX_OFFERS_A_STEP);
        Case on = floor.model.cases.get(offer.id());
        CompanyCase one = Objects.requireNonNull(cases.get(offer.id()));
        if (on != null && offer.agent().equals(on.offeredTo)) {
          assertThat(one.isOffered(actor(offer.agent()), now)).as("%s", offer).isTrue();
        }
      }
      offers = floor.takeOffered();
    }
  }

  private void passTo(Instant to) {
    while (true) {
      Instant next = nextWake();
      if (next.isAfter(to)) {
        break;
      }
      wake(next);
    }
    wake(to);
  }

  private Instant nextWake() {
    long half = SHIFTS_BEGIN_EVERY.toSeconds();
    Instant next = Instant.ofEpochSecond((now.getEpochSecond() / half + 1) * half);
    Instant routing = floor.router.findNextDue().orElse(Instant.MAX);
    next = routing.isBefore(next) ? routing : next;
    for (CompanyCase one : cases.values()) {
      for (Instant at : one.wakes()) {
        next = at.isBefore(next) ? at : next;
      }
    }
    return next;
  }

  private void wake(Instant at) {
    now = at;
    floor.passTo(now);
    presence();
    for (CompanyCase one : cases.values()) {
      if (one.lookAgainAt != null && !one.lookAgainAt.isAfter(now)) {
        one.looks(now);
        floor.comesTo(one.id(), one.mayTake());
      }
      if (!one.claimedUntil.isAfter(now)) {
        assertThat(happens(one, Trigger.CLAIM_EXPIRES, null, null)).isTrue();
      }
    }
    settle();
  }

  private void presence() {
    for (Person person : people) {
      boolean expected = person.equals(NightDesk.ZED) || person.shifts().isOn(now);
      Presence presence =
          expected && !ill.contains(person.name()) ? Presence.WORKING : Presence.OFF;
      if (!person.with(presence).equals(floor.model.roster.get(person.name()))) {
        floor.tell(person.with(presence));
      }
    }
    settle();
  }

  private void check() {
    floor.check();
    for (CompanyCase one : cases.values()) {
      one.check(now);
      Case on = floor.model.cases.get(one.id());
      switch (one.state()) {
        case WAITING -> {
          assertThat(on).as("on the floor: %s", one.place).isNotNull();
          assertThat(Objects.requireNonNull(on).heldBy).isNull();
          if (on.offeredTo != null) {
            assertThat(one.mayClaim(actor(on.offeredTo), now))
                .as("%s may act where %s stands", on.offeredTo, one.place)
                .isTrue();
          }
        }
        case CLAIMED -> {
          assertThat(on).as("on the floor: %s", one.place).isNotNull();
          assertThat(Objects.requireNonNull(on).heldBy).isEqualTo(one.place.worker());
        }
        case PENDING, ANSWERED, CLOSED -> {
          assertThat(on).isNull();
          assertThat(floor.router.find(one.id())).isEmpty();
        }
      }
    }
    for (Person person : people) {
      Integer capacity = person.worker().capacity();
      if (capacity != null && floor.model.with(person.name()).count() > 1) {
        assertThat(floor.model.load(person.name())).as(person.name()).isLessThanOrEqualTo(capacity);
      }
    }
  }

  /** All come back, and one who may take everything: all are answered, whatever happened before. */
  void drain() {
    ill.clear();
    people.add(NightDesk.ZED);
    presence();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      for (CompanyCase one : cases.values()) {
        drain(one);
      }
      settle();
      check();
      if (cases.values().stream().noneMatch(one -> one.place.customerWaits())) {
        return;
      }
      passTo(now.plus(Duration.ofMinutes(2)));
    }
    throw new AssertionError(
        "customers who still wait: " + cases.values().stream().map(one -> one.place).toList());
  }

  private void drain(CompanyCase one) {
    switch (one.state()) {
      case WAITING -> accepts(one);
      case CLAIMED ->
          happens(one, Trigger.WRITES, actor(one.place.worker(), people.getFirst().actor()), null);
      case PENDING -> {
        happens(one, Trigger.APPROVES, actor("bob", NightDesk.ZED.actor()), null);
        happens(one, Trigger.APPROVES, NightDesk.ZED.actor(), null);
        networkSays(one, Trigger.SENT);
      }
      case ANSWERED, CLOSED -> {}
    }
  }
}
