package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.Acted;
import dev.switchboard.engine.incident.AllIncidents;
import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.store.incidents.IncidentInput;
import dev.switchboard.store.incidents.IncidentStore;
import dev.switchboard.store.incidents.IncidentStore.Outcome;
import dev.switchboard.store.incidents.IncidentStore.Place;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the event log with the operator of all brands, and writes what follows.
 *
 * <p>All that the operator sees is an event, a tick of the clock or a person's action. Events stand
 * in the log; the others are kept with what followed from them. So after a crash the snapshot of
 * the last checkpoint is brought to where it was by the same inputs in the same order: up to the
 * place that is written, what follows is not written again. One thread; after an exception nothing
 * but {@link #restore} makes sense.
 */
final class Follower {
  /** One look at the log takes at most this. */
  static final int MAX_BATCH_EVENTS = 1_000;

  /** A replay after a crash reads at most about so many posts. */
  static final int CHECKPOINT_EVERY_INPUTS = 50_000;

  static final int CHECKPOINT_EVERY_TICKS = 60;

  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final long CHECKPOINT_NANOS = Duration.ofMinutes(2).toNanos();

  /** Rows without news are brought up to date this often. */
  private static final long REFRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final EventLog events;
  private final LogInputs inputs;
  private final IncidentStore store;
  private final IncidentSettings settings;
  private final ServiceMap services;
  private final InstantSource clock;
  private final IncidentMeters meters;

  private Deciding deciding;
  private LogReader reader;
  private int era;
  private int inputsSince;
  private int ticksSince;
  private long checkpointNanos = System.nanoTime();
  private long refreshedNanos = System.nanoTime();

  private Follower(
      EventLog events,
      LogInputs inputs,
      IncidentStore store,
      IncidentSettings settings,
      ServiceMap services,
      InstantSource clock,
      IncidentMeters meters) {
    this.events = events;
    this.inputs = inputs;
    this.store = store;
    this.settings = settings;
    this.services = services;
    this.clock = clock;
    this.meters = meters;
    Place place = store.place();
    deciding = restored(place);
    reader = new LogReader(events, replay(place), MAX_BATCH_EVENTS);
    deciding.written();
    deciding.markLive();
  }

  /** As it was when it was written last, however it ended. */
  static Follower restore(
      EventLog events,
      LogInputs inputs,
      IncidentStore store,
      IncidentSettings settings,
      ServiceMap services,
      InstantSource clock,
      IncidentMeters meters) {
    return new Follower(events, inputs, store, settings, services, clock, meters);
  }

  private Deciding restored(Place place) {
    era = place.era();
    byte[] snapshot = place.snapshot();
    if (snapshot == null) {
      return new Deciding(new AllIncidents(settings, services), place.checkpointAt());
    }
    try {
      return new Deciding(AllIncidents.restore(settings, services, snapshot), place.checkpointAt());
    } catch (IllegalArgumentException e) {
      log.warn("What incidents remembered can't be read: they begin anew", e);
      era = store.startEra(clock.instant()).era();
      return new Deciding(new AllIncidents(settings, services), Instant.EPOCH);
    }
  }

  /** Brings the operator from the checkpoint to what is written, and says where that is. */
  private long replay(Place place) {
    long at = Math.min(place.checkpoint(), place.written());
    for (IncidentInput.Kept kept : store.inputs()) {
      at = replay(at, kept.afterSeq());
      switch (kept.input()) {
        case IncidentInput.Tick(var moment) -> deciding.tick(moment);
        case IncidentInput.Act act -> deciding.act(act);
      }
    }
    return replay(at, place.written());
  }

  private long replay(long after, long through) {
    long at = after;
    List<LoggedEvent> batch = events.read(at, through, MAX_BATCH_EVENTS);
    while (!batch.isEmpty()) {
      inputsSince += inputs.follow(batch, deciding);
      at = batch.getLast().seq();
      batch = events.read(at, through, MAX_BATCH_EVENTS);
    }
    return Math.max(at, through);
  }

  /**
   * Follows the next events and the clock.
   *
   * @param committed called after each commit of events
   * @return false if there is nothing more now
   */
  boolean follow(Runnable committed) {
    List<LoggedEvent> batch = reader.next();
    inputsSince += inputs.follow(batch, deciding);
    if (deciding.hasEvents()) {
      write(null);
      committed.run();
    }
    boolean caughtUp = batch.isEmpty() && !reader.isWaiting();
    meters.lag(
        batch.isEmpty() ? 0 : Duration.between(batch.getLast().at(), clock.instant()).toMillis());
    // Behind the log, its own times are the clock: what comes next was before now.
    if (tickIfDue(caughtUp ? clock.instant() : deciding.now())) {
      committed.run();
    }
    long nanos = System.nanoTime();
    if (deciding.hasChanged() && nanos - refreshedNanos > REFRESH_NANOS) {
      write(null);
    }
    if (isCheckpointDue(nanos)) {
      checkpoint();
    }
    return !batch.isEmpty();
  }

  private boolean tickIfDue(Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    boolean due =
        deciding.hasBrands() && minute.isAfter(deciding.ticked().truncatedTo(ChronoUnit.MINUTES));
    if (due) {
      deciding.tick(at);
      ticksSince++;
      write(new IncidentInput.Tick(deciding.now()));
    }
    return due;
  }

  private boolean isCheckpointDue(long nanos) {
    return inputsSince >= CHECKPOINT_EVERY_INPUTS
        || ticksSince >= CHECKPOINT_EVERY_TICKS
        || inputsSince > 0 && nanos - checkpointNanos > CHECKPOINT_NANOS;
  }

  /** What a person does, after all that has been followed so far. */
  IncidentResult act(ToDo todo) {
    if (todo.ref().era() != era) {
      return todo.isLongOver();
    }
    String brand = todo.ref().brand();
    var input = new IncidentInput.Act(brand, todo.action(), later(clock.instant()));
    Acted acted = deciding.act(input);
    IncidentResult result = todo.result(acted, deciding.find(brand, todo.ref().number()));
    inputsSince++;
    write(input);
    return result;
  }

  private Instant later(Instant at) {
    return at.isAfter(deciding.now()) ? at : deciding.now();
  }

  private void write(@Nullable IncidentInput input) {
    store.write(
        new Outcome(
            era,
            reader.settled(),
            input,
            deciding.changed(),
            deciding.events(),
            later(clock.instant())));
    deciding.written();
    refreshedNanos = System.nanoTime();
    meters.live(deciding.live());
  }

  /** Keeps where it is. */
  void checkpoint() {
    if (deciding.hasChanged()) {
      write(null);
    }
    store.checkpoint(era, reader.settled(), deciding.now(), deciding.snapshot());
    inputsSince = 0;
    ticksSince = 0;
    checkpointNanos = System.nanoTime();
  }
}
