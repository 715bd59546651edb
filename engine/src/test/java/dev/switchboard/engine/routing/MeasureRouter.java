package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Prints how long a decision takes with many people, of whom hardly two can do the same, and many
 * waiting cases: {@code MeasureRouter [PEOPLE [CASES [STEPS]]]}, of flows whose steps name as many
 * teams of which two may act; 0, as usual: everybody may.
 */
public final class MeasureRouter {
  private static final List<String> BRANDS = List.of("north", "south", "freight");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pl");
  private static final int TOPICS = 8;
  private static final int ROUNDS = 20_000;
  private static final CaseWeights WEIGHTS = CaseWeights.DEFAULT;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Router router = new Router(RoutingPolicy.DEFAULT, WEIGHTS);
  private final List<RoutingDecision.Offered> offers = new ArrayList<>();
  private final List<RoutingDecision.Assigned> held = new ArrayList<>();
  private Instant now = Instant.parse("2026-02-02T09:00:00Z");
  private long ids;

  private final List<MayTake> steps = new ArrayList<>();

  private MeasureRouter(int teams) {
    for (int i = 0; i < teams; i++) {
      List<String> two = List.of("team" + i, "team" + (i + 1) % teams);
      Who who = Who.of(new Group(List.of(FlowRole.AGENT), two, List.of()));
      steps.add(new MayTake("step" + i, who, Who.EVERYBODY, List.of()));
    }
  }

  public static void main(String[] args) {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int cases = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int steps = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    new MeasureRouter(steps).run(people, cases);
  }

  private void run(int people, int cases) {
    for (int i = 0; i < people; i++) {
      tell(new RoutingInput.AgentIs(worker(i, Presence.WORKING)));
    }
    // They fill up, and what comes then waits: for up to four hours, in steps that are relaxed.
    long[] quiet = new long[ROUNDS];
    while (held.size() + cases > ids) {
      now = now.plusMillis(100);
      int round = Math.floorMod(ids, ROUNDS);
      long took = tell(new RoutingInput.CaseWaits(waiting()));
      if (ids <= 2L * people) {
        quiet[round] = took;
      }
      acceptAll();
    }
    print("most are free", quiet);
    for (int warmth = 0; warmth < 2; warmth++) {
      measure(warmth == 1, people);
    }
    long began = System.nanoTime();
    byte[] bytes = router.snapshot();
    Router.restore(RoutingPolicy.DEFAULT, WEIGHTS, bytes);
    System.out.printf(
        Locale.ROOT,
        "snapshot and restore: %,d bytes, %.0f ms%n",
        bytes.length,
        (System.nanoTime() - began) / 1e6);
  }

  private void measure(boolean print, int people) {
    long[] freed = new long[ROUNDS];
    long[] came = new long[ROUNDS];
    long[] declined = new long[ROUNDS];
    long[] back = new long[ROUNDS / 10];
    for (int i = 0; i < ROUNDS; i++) {
      now = now.plusMillis(50);
      RoutingDecision.Assigned done = held.remove(random.nextInt(held.size()));
      freed[i] = tell(new RoutingInput.CaseGone(done.id()));
      if (!offers.isEmpty()) {
        RoutingDecision.Offered offer = offers.removeLast();
        declined[i] = tell(new RoutingInput.OfferDeclined(offer.id(), offer.agent()));
      }
      acceptAll();
      came[i] = tell(new RoutingInput.CaseWaits(waiting()));
      acceptAll();
      if (i % 10 == 0) {
        int who = random.nextInt(people);
        tell(new RoutingInput.AgentIs(worker(who, Presence.AWAY)));
        back[i / 10] = tell(new RoutingInput.AgentIs(worker(who, Presence.WORKING)));
        acceptAll();
      }
    }
    if (print) {
      print("a person is freed", freed);
      print("a case comes", came);
      print("an offer is declined", declined);
      print("a person is back", back);
    }
  }

  private static void print(String what, long[] nanos) {
    long[] sorted = Arrays.stream(nanos).filter(one -> one > 0).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%-22s median %7.1f us, 99 %% %8.1f us, longest %9.1f us%n",
        what,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length - 1] / 1e3);
  }

  private long tell(RoutingInput input) {
    long began = System.nanoTime();
    List<RoutingDecision> decisions = router.take(input, now);
    long took = System.nanoTime() - began;
    for (RoutingDecision decision : decisions) {
      if (decision instanceof RoutingDecision.Offered offered) {
        offers.add(offered);
      } else if (decision instanceof RoutingDecision.Assigned assigned) {
        held.add(assigned);
      }
    }
    return took;
  }

  private void acceptAll() {
    while (!offers.isEmpty()) {
      RoutingDecision.Offered offer = offers.removeLast();
      tell(new RoutingInput.OfferAccepted(offer.id(), offer.agent()));
    }
  }

  private Worker worker(int number, Presence presence) {
    SplittableRandom own = new SplittableRandom(number);
    List<Skill> skills = new ArrayList<>();
    for (int topic = 0; topic < TOPICS; topic++) {
      if (own.nextInt(2) == 0) {
        skills.add(new Skill("topic" + topic, 1 + own.nextInt(5)));
      }
    }
    return new Worker(
        "agent" + number,
        presence,
        5,
        own.nextInt(3) == 0 ? Set.of(BRANDS.get(own.nextInt(3))) : Set.of(),
        new HashSet<>(List.of("en", LANGUAGES.get(own.nextInt(LANGUAGES.size())))),
        skills,
        false,
        Set.of(),
        Role.AGENT,
        steps.isEmpty() ? Set.of() : Set.of("team" + own.nextInt(steps.size())));
  }

  private WaitingCase waiting() {
    String topic = "topic" + random.nextInt(TOPICS);
    Needs needs =
        new Needs(
            BRANDS.get(random.nextInt(BRANDS.size())),
            new CaseWeights.Kind("x", random.nextInt(4) == 0),
            topic,
            LANGUAGES.get(random.nextInt(LANGUAGES.size())),
            List.of(new Skill(topic, 1 + random.nextInt(5))),
            steps.isEmpty() ? MayTake.EVERYBODY : steps.get(random.nextInt(steps.size())));
    return new WaitingCase(
        ids++,
        needs,
        now,
        now.plus(Duration.ofMinutes(new int[] {20, 60, 240}[random.nextInt(3)])),
        Duration.ofMinutes(2 + random.nextInt(5)),
        null);
  }
}
