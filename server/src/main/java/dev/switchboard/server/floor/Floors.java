package dev.switchboard.server.floor;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.floor.FairnessReads;
import dev.switchboard.store.floor.FloorReads;
import dev.switchboard.store.floor.StepReads;
import dev.switchboard.store.people.AtWorkReads;
import dev.switchboard.store.people.PeopleAtWork;
import dev.switchboard.store.reads.FlowReads;
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

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FLOOR_PAUSE = Duration.ofMillis(500);
  private static final Duration WAITS_PAUSE = Duration.ofSeconds(10);

  private final FloorReads floor;
  private final StepReads steps;
  private final FairnessReads fairness;
  private final AtWorkReads people;
  private final FlowReads flow;
  private final CaseWeights weights;
  private final InstantSource clock;
  private final ReadForAll<FloorNow> floors = new ReadForAll<>(FLOOR_PAUSE, this::read);
  private final ReadForAll<WaitsNow> waits = new ReadForAll<>(WAITS_PAUSE, this::readWaits);

  public Floors(Jdbi jdbi, CaseWeights weights, InstantSource clock) {
    this.floor = new FloorReads(jdbi);
    this.steps = new StepReads(jdbi);
    this.fairness = new FairnessReads(jdbi);
    this.people = new AtWorkReads(jdbi);
    this.flow = new FlowReads(jdbi);
    this.weights = weights;
    this.clock = clock;
  }

  /** The floor of a brand, or of all if it is null, as it is now or was a moment ago. */
  public FloorNow now(@Nullable String brand) {
    return floors.of(brand);
  }

  /** How long those waited who asked in the last 24 hours; as old as some seconds. */
  public WaitsNow waits(@Nullable String brand) {
    return waits.of(brand);
  }

  private FloorNow read(@Nullable String brand) {
    Instant now = clock.instant();
    PeopleAtWork there = people.now(brand, now, MAX_PEOPLE);
    List<AtWork> hands =
        there.some().stream().map(person -> new AtWork(person, weights.of(person.held()))).toList();
    return new FloorNow(
        now,
        floor.open(brand, now),
        floor.queues(brand),
        steps.steps(brand, now),
        steps.inTime(brand, now.minus(DAY)),
        floor.speakers(brand),
        there,
        hands,
        floor.exceptions(brand),
        flow.share(brand, now.minus(DAY)));
  }

  private WaitsNow readWaits(@Nullable String brand) {
    Instant now = clock.instant();
    Instant since = now.minus(DAY);
    return WaitsNow.of(fairness.waits(brand, since, now), since, now);
  }
}
