package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.IncidentSettings;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.store.incidents.FollowedPosts;
import dev.switchboard.store.incidents.IncidentStore;
import dev.switchboard.store.log.EventLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides on incidents: it follows what is committed, some moments later and in
 * batches, and does what people want in between. Intake never waits for it. Any thread may ask.
 */
public final class IncidentRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IncidentRunner.class);
  private static final int MAX_WAITING_ACTIONS = 64;

  /** How long after its commit a post is seen at most, when nothing else is to be done. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);
  private static final Duration ACTION_WAIT = Duration.ofSeconds(10);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final EventLog events;
  private final FollowedPosts rows;
  private final IncidentStore store;
  private final IncidentSettings settings;
  private final ServiceMap services;
  private final InstantSource clock;
  private final Runnable committed;
  private final IncidentMeters meters;
  private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(MAX_WAITING_ACTIONS);
  private final Thread thread;
  private volatile boolean closed;

  private IncidentRunner(
      Jdbi jdbi,
      IncidentSettings settings,
      ServiceMap services,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    this.events = new EventLog(jdbi);
    this.rows = new FollowedPosts(jdbi);
    this.store = new IncidentStore(jdbi);
    this.settings = settings;
    this.services = services;
    this.clock = clock;
    this.committed = committed;
    this.meters = new IncidentMeters(meters);
    this.thread = Thread.ofPlatform().daemon().name("incidents").unstarted(this::run);
  }

  private record Asked(ToDo todo, CompletableFuture<IncidentResult> answer) {}

  /**
   * Starts; what incidents remember is restored on their own thread.
   *
   * @param committed called after each commit
   */
  public static IncidentRunner start(
      Jdbi jdbi,
      IncidentSettings settings,
      ServiceMap services,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    var runner = new IncidentRunner(jdbi, settings, services, clock, committed, meters);
    // Before the first post can come: what is in the log now is not followed, the first time.
    runner.store.place();
    runner.thread.start();
    return runner;
  }

  /** Has something done in its turn, and waits for it. */
  IncidentResult act(ToDo todo) throws InterruptedException {
    Asked mine = new Asked(todo, new CompletableFuture<>());
    if (closed || !asked.offer(mine)) {
      return new IncidentResult.Later("Too much is to be done with incidents; try again.");
    }
    try {
      return mine.answer().get(ACTION_WAIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // Cancelled before its turn came, it is left out.
      mine.answer().cancel(false);
      return new IncidentResult.Later("Incidents could not be reached in time; look, try again.");
    } catch (ExecutionException | CancellationException e) {
      log.debug("An action on an incident failed", e);
      return new IncidentResult.Later("The database is away; nothing was done. Try again.");
    }
  }

  private void run() {
    Follower follower = null;
    try {
      while (!closed) {
        try {
          follower = follower == null ? restored() : follower;
          turn(follower);
        } catch (RuntimeException e) {
          log.warn("Incidents can't go on now: {}; they are restored and tried again", e, e);
          follower = null;
          TimeUnit.NANOSECONDS.sleep(RETRY_WAIT.toNanos());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    asked.forEach(left -> left.answer().cancel(false));
    keep(follower);
  }

  private Follower restored() {
    return Follower.restore(
        events, new LogInputs(rows, meters), store, settings, services, clock, meters);
  }

  /** Some of the log, then whoever waits. */
  private void turn(Follower follower) throws InterruptedException {
    boolean more = follower.follow(committed);
    Asked next = more ? asked.poll() : asked.poll(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    while (next != null) {
      answer(follower, next);
      next = asked.poll();
    }
  }

  private void answer(Follower follower, Asked next) {
    if (next.answer().isDone()) {
      return;
    }
    try {
      IncidentResult result = follower.act(next.todo());
      committed.run();
      next.answer().complete(result);
    } catch (RuntimeException e) {
      next.answer().completeExceptionally(e);
      throw e;
    }
  }

  private static void keep(@Nullable Follower follower) {
    try {
      if (follower != null) {
        follower.checkpoint();
      }
    } catch (RuntimeException e) {
      log.debug("Incidents could not be kept; they are restored from the log: {}", e.getMessage());
    }
  }

  /** Keeps what it remembers, then ends. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(STOP_WAIT)) {
        log.warn("{} did not finish in {}", thread.getName(), STOP_WAIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
