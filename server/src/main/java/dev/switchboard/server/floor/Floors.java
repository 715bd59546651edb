package dev.switchboard.server.floor;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.floor.FairnessReads;
import dev.switchboard.store.floor.FloorReads;
import dev.switchboard.store.floor.InTime;
import dev.switchboard.store.floor.LateReads;
import dev.switchboard.store.floor.LateRow;
import dev.switchboard.store.floor.OfferCounts;
import dev.switchboard.store.floor.OfferLoad;
import dev.switchboard.store.floor.QueueRow;
import dev.switchboard.store.floor.Speakers;
import dev.switchboard.store.floor.StepLoad;
import dev.switchboard.store.floor.StepReads;
import dev.switchboard.store.people.AtWorkReads;
import dev.switchboard.store.people.PeopleAtWork;
import dev.switchboard.store.people.PersonAtWork;
import dev.switchboard.store.reads.FlowReads;
import dev.switchboard.store.reads.FlowShare;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the floor: a fixed number of statements, however much there is. Any thread. */
public final class Floors {
  /** So many people are listed; all are counted. */
  public static final int MAX_PEOPLE = 300;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FLOOR_PAUSE = Duration.ofMillis(500);
  private static final Duration WAITS_PAUSE = Duration.ofSeconds(10);

  /** What is read case by case, and moves less from one moment to the next, is kept for longer. */
  private static final Duration QUEUES_PAUSE = Duration.ofSeconds(2);

  /** Shares of a day hardly move at all, and are read over all its cases. */
  private static final Duration DAY_PAUSE = Duration.ofSeconds(5);

  private final FloorReads floor;
  private final StepReads steps;
  private final FairnessReads fairness;
  private final AtWorkReads people;
  private final OfferCounts offers;
  private final FlowReads flow;
  private final CaseWeights weights;
  private final InstantSource clock;
  private final ReadForAll<FloorNow> floors = new ReadForAll<>(FLOOR_PAUSE, this::read);
  private final ReadForAll<Queues> queues = new ReadForAll<>(QUEUES_PAUSE, this::readQueues);
  private final ReadForAll<Day> days = new ReadForAll<>(DAY_PAUSE, this::readDay);
  private final ReadForAll<List<LateRow>> lates;
  private final ReadForAll<WaitsNow> waits = new ReadForAll<>(WAITS_PAUSE, this::readWaits);

  public Floors(Jdbi jdbi, CaseWeights weights, InstantSource clock) {
    this.floor = new FloorReads(jdbi);
    this.steps = new StepReads(jdbi);
    this.fairness = new FairnessReads(jdbi);
    this.people = new AtWorkReads(jdbi);
    this.lates = new ReadForAll<>(QUEUES_PAUSE, new LateReads(jdbi)::late);
    this.offers = new OfferCounts(jdbi);
    this.flow = new FlowReads(jdbi);
    this.weights = weights;
    this.clock = clock;
  }

  /** The floor of a brand, or of all if it is null, as it is now or was a moment ago. */
  public FloorNow now(@Nullable String brand) {
    return floors.of(brand);
  }

  /**
   * What late cases of a brand, or of all if it is null, have in common; two seconds old at most.
   */
  public List<LateRow> late(@Nullable String brand) {
    return lates.of(brand);
  }

  /** How long those waited who asked in the last 24 hours; as old as some seconds. */
  public WaitsNow waits(@Nullable String brand) {
    return waits.of(brand);
  }

  /** Where cases are and what they are about, and who could answer them. */
  private record Queues(List<QueueRow> queues, List<StepLoad> steps, Speakers speakers) {}

  private Queues readQueues(@Nullable String brand) {
    return new Queues(
        floor.queues(brand), steps.steps(brand, clock.instant()), floor.speakers(brand));
  }

  /** How the answers of 24 hours were. */
  private record Day(InTime inTime, FlowShare flowed) {}

  private Day readDay(@Nullable String brand) {
    Instant since = clock.instant().minus(DAY);
    return new Day(steps.inTime(brand, since), flow.share(brand, since));
  }

  private FloorNow read(@Nullable String brand) {
    Instant now = clock.instant();
    Queues some = queues.of(brand);
    Day day = days.of(brand);
    PeopleAtWork there = people.now(brand, now, MAX_PEOPLE);
    List<Integer> listed = there.some().stream().map(PersonAtWork::id).toList();
    OfferLoad out = offers.now(brand, listed, now, HOUR);
    List<AtWork> hands =
        there.some().stream()
            .map(person -> new AtWork(person, weights.of(person.held()), out.to(person.id())))
            .toList();
    return new FloorNow(
        now,
        floor.open(brand, now),
        floor.paused(brand),
        some.queues(),
        some.steps(),
        day.inTime(),
        some.speakers(),
        there,
        hands,
        out,
        floor.exceptions(brand),
        lates.of(brand),
        day.flowed());
  }

  private WaitsNow readWaits(@Nullable String brand) {
    Instant now = clock.instant();
    Instant since = now.minus(DAY);
    return WaitsNow.of(fairness.waits(brand, since, now), since, now);
  }
}
