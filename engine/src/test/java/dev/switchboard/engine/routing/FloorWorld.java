package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.Who;
import dev.switchboard.engine.routing.FloorModel.Case;
import dev.switchboard.engine.routing.RoutingDecision.Offered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A floor at random: five people, eight cases, a router and its twin that is restored at times. */
final class FloorWorld {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cyd", "dee", "eve");
  private static final List<Roster> SHIFTS =
      List.of(
          RosterText.parse("Mon-Sun 00:00-08:00"),
          RosterText.parse("Mon-Sun 08:00-16:00"),
          RosterText.parse("Mon-Sun 16:00-24:00"),
          RosterText.parse("Europe/Oslo Mon-Fri 09:00-17:00"),
          RosterText.parse("Mon,Wed,Fri 06:00-22:00"));
  static final CaseWeights WEIGHTS = new CaseWeights(2, Map.of("forum", 4));
  static final RoutingPolicy POLICY = FloorInWords.THREE_OFFERS.withMaxUnseen(3);
  private static final int MAX_ROUNDS = 200;
  private static final Who EXPERTS = Who.of(new Group(List.of(), List.of("Experts"), List.of()));
  private static final Who LEADS = Who.of(Group.of(FlowRole.LEAD));

  /** Of some cases; most are for everybody. */
  private static final List<MayTake> STEPS =
      List.of(
          MayTake.EVERYBODY,
          new MayTake("hard", EXPERTS, Who.EVERYBODY, List.of()),
          new MayTake("hard", EXPERTS, Who.EVERYBODY, List.of(LEADS)),
          new MayTake(
              "known",
              Who.of(new Group(List.of(), List.of(), List.of("refunds"))),
              Who.of(Group.of(FlowRole.AGENT, FlowRole.VOLUNTEER)),
              List.of()));

  final FloorModel model = new FloorModel(WEIGHTS);
  final Router router = new Router(POLICY, WEIGHTS);
  private final FloorChecks checks = new FloorChecks(POLICY, model, router);
  private Router twin = new Router(POLICY, WEIGHTS);

  /** Of whom it is to be said next that they are not looking. */
  private @Nullable String notLooking;

  private Instant now;

  /** What was offered and not asked for by {@link #takeOffered}. */
  private final List<Offered> offered = new ArrayList<>();

  FloorWorld() {
    this(Instant.parse("2026-03-27T07:30:00Z"));
    for (int i = 0; i < PEOPLE.size() - 1; i++) {
      tell(worker(i, 37 * i, i % 2 == 0 ? Presence.WORKING : Presence.OFF));
    }
  }

  /** Without people. */
  FloorWorld(Instant start) {
    now = start;
  }

  /** What was offered since it was last asked. */
  List<Offered> takeOffered() {
    List<Offered> all = List.copyOf(offered);
    offered.clear();
    return all;
  }

  /** Time passes. */
  void passTo(Instant at) {
    now = at;
    feed(new RoutingInput.Tick());
  }

  /** The twin goes on from the bytes of the router. */
  void restart() {
    twin = Router.restore(POLICY, WEIGHTS, router.snapshot());
  }

  void check() {
    checks.all(now);
  }

  void take(FloorStep step) {
    passTo(now.plusSeconds(step.seconds()));
    long id = step.on();
    String who = PEOPLE.get(step.who());
    Case open = model.cases.get(id);
    switch (step.verb()) {
      case CASE_WAITS -> waits(id, step.shape(), null);
      case CASE_CHANGES -> changes(id, open, step.shape());
      case CASE_IS_LET_GO -> letGo(open, true);
      case CASE_IS_REOPENED -> letGo(open, false);
      case CASE_GOES -> goes(id, open);
      case TAKEN_BY_HAND -> takenByHand(id, open, who);
      case ACCEPTS -> accepts(id, open, who);
      case DECLINES -> declines(id, open);
      case SHIFTS_CHANGE -> shiftsChange();
      case PRESENCE -> presence(who, step.shape());
      case PROFILE -> tell(worker(step.who(), step.shape(), presenceOf(who)));
      case LEAVES_THE_ROSTER -> leaves(who);
      case RESTART -> restart();
      case TIME -> {}
    }
    check();
  }

  private void waits(long id, int shape, WaitingCase.@Nullable Previous previous) {
    if (!model.cases.containsKey(id)) {
      waits(waiting(id, shape, previous));
    }
  }

  void waits(WaitingCase waiting) {
    model.cases.put(waiting.id(), new Case(waiting));
    feed(new RoutingInput.CaseWaits(waiting));
  }

  WaitingCase waiting(long id, int shape, WaitingCase.@Nullable Previous previous) {
    return new WaitingCase(
        id,
        needs(shape),
        now,
        now.plus(Duration.ofMinutes(shape % 3 == 0 ? 15 : 240)),
        Duration.ofMinutes(1 + shape % 7),
        previous);
  }

  private static Needs needs(int shape) {
    return new Needs(
        shape % 5 == 0 ? "south" : "north",
        new CaseWeights.Kind(shape % 7 == 0 ? "forum" : "mastodon", shape % 4 == 0),
        List.of("refunds", "baggage").get(shape % 2),
        shape % 3 == 0 ? "de" : shape % 3 == 1 ? "pl" : null,
        shape % 2 == 0 ? List.of() : List.of(new Skill("refunds", 1 + shape % 4)),
        STEPS.get(shape % 8 < STEPS.size() ? shape % 8 : 0));
  }

  private static Worker worker(int who, int shape, Presence presence) {
    return new Worker(
        PEOPLE.get(who),
        presence,
        shape % 9 == 8 ? null : Integer.valueOf(shape % 5),
        shape % 6 == 0 ? Set.of("south") : Set.of(),
        shape % 3 == 0 ? Set.of() : Set.of(shape % 3 == 1 ? "de" : "pl"),
        shape % 4 == 0 ? List.of() : List.of(new Skill("refunds", 1 + shape % 4)),
        who == 4,
        Set.of(shape % 2 == 0 ? "refunds" : "baggage"),
        shape % 7 == 1 ? Role.LEAD : Role.AGENT,
        shape % 5 == 1 ? Set.of("Experts") : Set.of());
  }

  private void changes(long id, @Nullable Case open, int shape) {
    if (open != null) {
      Instant since = open.waiting.since();
      WaitingCase fresh = waiting(id, shape, open.waiting.previous());
      open.waiting =
          new WaitingCase(
              id,
              fresh.needs(),
              since,
              since.plus(fresh.allowed()),
              fresh.handling(),
              fresh.previous());
      feed(new RoutingInput.CaseChanged(open.waiting));
    }
  }

  /** The case comes to a step that lets others take it, or others are called. */
  void comesTo(long id, MayTake who) {
    Case open = model.cases.get(id);
    if (open != null && open.heldBy == null && !open.waiting.needs().who().equals(who)) {
      open.waiting = in(open.waiting, who);
      feed(new RoutingInput.CaseChanged(open.waiting));
    }
  }

  static WaitingCase in(WaitingCase one, MayTake who) {
    return new WaitingCase(
        one.id(),
        one.needs().withWho(who),
        one.since(),
        one.target(),
        one.handling(),
        one.previous());
  }

  private void letGo(@Nullable Case open, boolean unwilling) {
    letGo(open, unwilling, open == null ? MayTake.EVERYBODY : open.waiting.needs().who());
  }

  void letGo(@Nullable Case open, boolean unwilling, MayTake who) {
    if (open == null || open.heldBy == null) {
      return;
    }
    String holder = open.heldBy;
    open.heldBy = null;
    open.waiting =
        new WaitingCase(
            open.waiting.id(),
            open.waiting.needs().withWho(who),
            now,
            now.plus(open.waiting.allowed()),
            open.waiting.handling(),
            new WaitingCase.Previous(holder, now));
    if (unwilling) {
      open.notTo.put(holder, now.plus(POLICY.notAgainWithin()));
    }
    feed(new RoutingInput.CaseWaits(open.waiting, unwilling ? holder : null));
  }

  void goes(long id, @Nullable Case open) {
    if (open != null) {
      if (open.heldBy != null) {
        answered(open.heldBy);
      }
      open.heldBy = null;
      feed(new RoutingInput.CaseGone(id));
      assertThat(open.offeredTo).as("the offer of a case that is gone").isNull();
      model.cases.remove(id);
    }
  }

  void takenByHand(long id, @Nullable Case open, String who) {
    if (open != null) {
      // Before the decisions, since those that follow count with it; an open offer is told first.
      if (!who.equals(open.heldBy)) {
        model.unseen.remove(who);
      }
      open.heldBy = who;
      feed(new RoutingInput.CaseHeld(id, who, open.waiting.needs().kind()));
    }
  }

  void accepts(long id, @Nullable Case open, String who) {
    if (open != null) {
      String agent = open.offeredTo == null ? who : open.offeredTo;
      boolean theirs = open.offeredTo != null || agent.equals(open.heldBy);
      List<RoutingDecision> said = feed(new RoutingInput.OfferAccepted(id, agent));
      assertThat(said.stream().anyMatch(RoutingDecision.AcceptRefused.class::isInstance))
          .isEqualTo(!theirs);
    }
  }

  void declines(long id, @Nullable Case open) {
    if (open != null && open.offeredTo != null) {
      String agent = open.offeredTo;
      open.offeredTo = null;
      open.notTo.put(agent, now.plus(POLICY.notAgainWithin()));
      answered(agent);
      feed(new RoutingInput.OfferDeclined(id, agent));
    }
  }

  private void answered(String agent) {
    model.unanswered.remove(agent);
    model.unseen.remove(agent);
    model.pausedUntil.remove(agent);
  }

  private void shiftsChange() {
    for (int i = 0; i < PEOPLE.size(); i++) {
      presence(PEOPLE.get(i), SHIFTS.get(i).isOn(now) ? 0 : 2);
    }
  }

  private void presence(String who, int shape) {
    Worker worker = model.roster.get(who);
    if (worker != null) {
      tell(worker.with(Presence.values()[shape % 3]));
    }
  }

  private Presence presenceOf(String who) {
    Worker worker = model.roster.get(who);
    return worker == null ? Presence.WORKING : worker.presence();
  }

  void tell(Worker worker) {
    boolean wasThere = model.isThere(worker.name());
    boolean known = model.roster.put(worker.name(), worker) != null;
    if (!known || wasThere != model.isThere(worker.name())) {
      boolean neverSeen = !known && !model.isThere(worker.name());
      model.presenceSince.put(worker.name(), neverSeen ? Instant.EPOCH : now);
      answered(worker.name());
    }
    feed(new RoutingInput.AgentIs(worker));
  }

  private void leaves(String who) {
    if (model.roster.remove(who) != null) {
      answered(who);
      feed(new RoutingInput.AgentGone(who));
    }
  }

  List<RoutingDecision> feed(RoutingInput input) {
    List<RoutingDecision> decisions = router.take(input, now);
    assertThat(twin.take(input, now)).as("of the restored router").isEqualTo(decisions);
    decisions.forEach(this::believe);
    assertThat(notLooking).as("of whom it should have been said").isNull();
    model.pausedUntil.values().removeIf(until -> !until.isAfter(now));
    return decisions;
  }

  private void believe(RoutingDecision decision) {
    Case one = model.getCase(decision.id());
    switch (decision) {
      case Offered(_, var agent, var until, var why) -> offered(one, agent, until, why);
      case RoutingDecision.OfferExpired(_, var agent) -> expired(one, agent);
      case RoutingDecision.NotLooking(_, var agent, var offers) -> {
        assertThat(agent).isEqualTo(notLooking);
        assertThat(model.isThere(agent)).as("said of those who say that they work").isTrue();
        assertThat(model.unseen).containsEntry(agent, offers);
        notLooking = null;
      }
      case RoutingDecision.OfferWithdrawn(_, var agent, _) -> {
        assertThat(one.offeredTo).isEqualTo(agent);
        one.offeredTo = null;
      }
      case RoutingDecision.Assigned(_, var agent) -> {
        assertThat(one.offeredTo).isEqualTo(agent);
        one.offeredTo = null;
        one.heldBy = agent;
        answered(agent);
      }
      case RoutingDecision.AcceptRefused _ -> {}
      case RoutingDecision.Relaxed _ -> assertThat(one.heldBy).isNull();
      case RoutingDecision.Unroutable _ -> {
        assertThat(one.unroutable).as("raised once").isFalse();
        one.unroutable = true;
      }
      case RoutingDecision.Cleared _ -> {
        assertThat(one.unroutable).as("cleared what was raised").isTrue();
        one.unroutable = false;
      }
    }
  }

  private void offered(Case one, String agent, Instant until, Why why) {
    assertThat(one.offeredTo).as("one offer a case").isNull();
    assertThat(one.heldBy).as("no offer of a case that somebody holds").isNull();
    assertThat(one.unroutable).as("an exception is cleared before").isFalse();
    assertThat(one.notTo.getOrDefault(agent, Instant.MIN)).as("not again").isBeforeOrEqualTo(now);
    assertThat(until).isEqualTo(now.plus(POLICY.offerLasts()));
    assertThat(model.pausedUntil.getOrDefault(agent, now)).as("paused").isBeforeOrEqualTo(now);
    Worker worker = model.getWorker(agent);
    Needs asked = one.waiting.needs();
    Needs least = POLICY.relaxed(asked, POLICY.relaxations().size()).withSkills(List.of());
    assertThat(model.mayTakeNow(worker, least)).as("%s may take %s", worker, asked).isTrue();
    assertThat(why.chosen()).isEqualTo(agent);
    assertThat(why.words()).contains(agent);
    one.offeredTo = agent;
    offered.add(new Offered(one.waiting.id(), agent, until, why));
  }

  private void expired(Case one, String agent) {
    assertThat(one.offeredTo).isEqualTo(agent);
    one.offeredTo = null;
    one.notTo.put(agent, now.plus(POLICY.notAgainWithin()));
    boolean gone = model.unseen.merge(agent, 1, Integer::sum) >= POLICY.maxUnseen();
    notLooking = gone ? agent : null;
    if (!model.pausedUntil.containsKey(agent)
        && (model.unanswered.merge(agent, 1, Integer::sum) >= POLICY.maxUnanswered() || gone)) {
      model.pausedUntil.putIfAbsent(agent, now.plus(POLICY.pause()));
      model.unanswered.remove(agent);
    }
  }

  /** Somebody comes who may take everything, and all who are asked say yes: the backlog drains. */
  void drain() {
    tell(
        new Worker(
            "zed",
            Presence.WORKING,
            null,
            Set.of(),
            Set.of(),
            List.of(new Skill("refunds", Skill.MAX_LEVEL)),
            false,
            Set.of(),
            Role.LEAD,
            Set.of("Experts")));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Long> ids = new ArrayList<>(model.cases.keySet());
      for (long id : ids) {
        String agent = model.getCase(id).offeredTo;
        if (agent != null) {
          feed(new RoutingInput.OfferAccepted(id, agent));
        }
      }
      if (model.cases.values().stream().allMatch(one -> one.heldBy != null)) {
        return;
      }
      now = now.plusSeconds(30);
      feed(new RoutingInput.Tick());
      checks.all(now);
    }
    throw new AssertionError("cases that nobody got: " + model.cases.values());
  }
}
