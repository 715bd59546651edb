package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.routing.RoutingDecision.Offered;
import dev.switchboard.engine.testing.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A router that is told in words, and whose decisions are read in words. It begins at 09:00. */
final class FloorInWords {
  static final Instant NINE = Instant.parse("2026-02-02T09:00:00Z");
  static final CaseWeights WEIGHTS = new CaseWeights(2, Map.of("forum", 5));

  /** As usual, but that a person has up to three offers at a time. */
  static final RoutingPolicy THREE_OFFERS = Policies.offersAtOnce(RoutingPolicy.DEFAULT, 3);

  private final RoutingPolicy policy;
  private Router router;
  private Instant now = NINE;
  private final Map<Long, WaitingCase> told = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private @Nullable Why lastWhy;

  FloorInWords() {
    this(THREE_OFFERS);
  }

  FloorInWords(RoutingPolicy policy) {
    this.policy = policy;
    router = new Router(policy, WEIGHTS);
  }

  FloorInWords after(int seconds) {
    now = now.plusSeconds(seconds);
    take(new RoutingInput.Tick());
    return this;
  }

  /** For example {@code "ann working 2 de,en refunds:3"}; a dash: none. */
  FloorInWords agent(String words) {
    take(new RoutingInput.AgentIs(worker(words, false, Set.of())));
    return this;
  }

  FloorInWords volunteer(String words, String... certified) {
    take(new RoutingInput.AgentIs(worker(words, true, Set.of(certified))));
    return this;
  }

  /** The same of somebody whom flows may name. */
  FloorInWords member(String words, Role role, String... teams) {
    Worker worker = worker(words, false, Set.of());
    take(
        new RoutingInput.AgentIs(
            new Worker(
                worker.name(),
                worker.presence(),
                worker.capacity(),
                worker.brands(),
                worker.languages(),
                worker.skills(),
                false,
                Set.of(),
                role,
                Set.of(teams))));
    return this;
  }

  /** The case comes to another step, or others are called to it. */
  FloorInWords comesTo(MayTake who, long id) {
    WaitingCase before = told.get(id);
    if (before == null) {
      throw new IllegalArgumentException("case " + id + " was never told of");
    }
    WaitingCase then = FloorWorld.in(before, who);
    told.put(id, then);
    take(new RoutingInput.CaseChanged(then));
    return this;
  }

  private static Worker worker(String words, boolean volunteer, Set<String> certified) {
    String[] parts = words.split(" ", -1);
    return new Worker(
        parts[0],
        Presence.find(parts[1]).orElseThrow(),
        parts[2].equals("-") ? null : Integer.valueOf(parts[2]),
        Set.of(),
        parts.length > 3 && !parts[3].equals("-") ? Set.of(parts[3].split(",", -1)) : Set.of(),
        parts.length > 4 ? skills(parts[4]) : List.of(),
        volunteer,
        certified);
  }

  private static List<Skill> skills(String text) {
    List<Skill> skills = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      if (!one.equals("-")) {
        String[] parts = one.split(":", -1);
        skills.add(new Skill(parts[0], Integer.parseInt(parts[1])));
      }
    }
    return skills;
  }

  /** A case that begins to wait now, with an hour; for example {@code (1, "de refunds:3")}. */
  FloorInWords waits(long id, String asks) {
    return waits(id, asks, 60, null);
  }

  /** The same in a step that names who may take it. */
  FloorInWords waits(long id, String asks, MayTake who, WaitingCase.@Nullable Previous previous) {
    WaitingCase waiting = FloorWorld.in(waiting(id, asks, now, 60, previous), who);
    told.put(id, waiting);
    take(new RoutingInput.CaseWaits(waiting));
    return this;
  }

  FloorInWords waits(long id, String asks, int minutes, WaitingCase.@Nullable Previous previous) {
    WaitingCase waiting = waiting(id, asks, now, minutes, previous);
    told.put(id, waiting);
    take(new RoutingInput.CaseWaits(waiting));
    return this;
  }

  private static WaitingCase waiting(
      long id, String asks, Instant since, int minutes, WaitingCase.@Nullable Previous previous) {
    String[] parts = asks.split(" ", -1);
    String network = parts.length > 3 ? parts[3] : "mastodon";
    Needs needs =
        new Needs(
            "north",
            new CaseWeights.Kind(network, false),
            parts.length > 2 && !parts[2].equals("-") ? parts[2] : null,
            parts[0].equals("-") ? null : parts[0],
            parts.length > 1 ? skills(parts[1]) : List.of());
    return new WaitingCase(
        id, needs, since, since.plus(Duration.ofMinutes(minutes)), Duration.ofMinutes(5), previous);
  }

  FloorInWords accepts(String agent, long id) {
    take(new RoutingInput.OfferAccepted(id, agent));
    return this;
  }

  FloorInWords declines(String agent, long id) {
    take(new RoutingInput.OfferDeclined(id, agent));
    return this;
  }

  FloorInWords closed(long id) {
    take(new RoutingInput.CaseGone(id));
    return this;
  }

  FloorInWords takesByHand(String agent, long id) {
    take(new RoutingInput.CaseHeld(id, agent, new CaseWeights.Kind("mastodon", false)));
    return this;
  }

  FloorInWords letsGo(String agent, long id) {
    WaitingCase before = told.get(id);
    if (before == null) {
      throw new IllegalArgumentException("case " + id + " was never told of");
    }
    take(new RoutingInput.CaseWaits(before, agent));
    return this;
  }

  FloorInWords leaves(String agent) {
    take(new RoutingInput.AgentGone(agent));
    return this;
  }

  /** Another router begins: it is told of a case again, and of an offer that may still stand. */
  FloorInWords resumes(long id, @Nullable String offeredTo, int forSeconds, String... notTo) {
    WaitingCase waiting = told.get(id);
    if (waiting == null) {
      throw new IllegalArgumentException("case " + id + " was never told of");
    }
    Map<String, Instant> tried = new HashMap<>();
    List.of(notTo).forEach(name -> tried.put(name, now.plusSeconds(60 * 60)));
    take(
        new RoutingInput.CaseResumed(
            waiting,
            tried,
            offeredTo == null
                ? null
                : new RoutingInput.Standing(offeredTo, now.plusSeconds(forSeconds))));
    return this;
  }

  /** A router that knows nothing takes over. */
  FloorInWords beginsAnew() {
    router = new Router(policy, WEIGHTS);
    return this;
  }

  /** The time goes on in another process. */
  FloorInWords restarts() {
    router = Router.restore(policy, WEIGHTS, router.snapshot());
    return this;
  }

  WaitingCase.Previous answeredBy(String agent) {
    return new WaitingCase.Previous(agent, now.minus(Duration.ofHours(1)));
  }

  private void take(RoutingInput input) {
    for (RoutingDecision decision : router.take(input, now)) {
      said.add(words(decision));
      if (decision instanceof Offered offered) {
        lastWhy = offered.why();
      }
    }
  }

  /** What was decided since it was last asked. */
  List<String> said() {
    List<String> all = List.copyOf(said);
    said.clear();
    return all;
  }

  /** Why the last offer went to whom it went. */
  String lastWhy() {
    if (lastWhy == null) {
      throw new AssertionError("nothing was offered");
    }
    return lastWhy.words();
  }

  /** The same, without anything that was decided before. */
  FloorInWords sofar() {
    said.clear();
    return this;
  }

  static String words(RoutingDecision decision) {
    return switch (decision) {
      case Offered(var id, var agent, var until, _) ->
          "%d offered to %s until %s"
              .formatted(id, agent, until.atZone(ZoneOffset.UTC).toLocalTime());
      case RoutingDecision.OfferExpired(var id, var agent) ->
          "%d expired with %s".formatted(id, agent);
      case RoutingDecision.NotLooking(_, var agent, var offers) ->
          "%s does not look: %d offers".formatted(agent, offers);
      case RoutingDecision.OfferWithdrawn(var id, var agent, var reason) ->
          "%d withdrawn from %s: %s".formatted(id, agent, reason);
      case RoutingDecision.Assigned(var id, var agent) -> "%d is %s's".formatted(id, agent);
      case RoutingDecision.AcceptRefused(var id, var agent) ->
          "%d is not %s's".formatted(id, agent);
      case RoutingDecision.Relaxed(var id, _, var need, var from, var to, var because) ->
          "%d %s from %s to %s: %s".formatted(id, need, from, to, because);
      case RoutingDecision.Unroutable(var id, var reason) ->
          "%d unroutable: %s".formatted(id, reason.words());
      case RoutingDecision.Cleared(var id) -> id + " cleared";
    };
  }
}
