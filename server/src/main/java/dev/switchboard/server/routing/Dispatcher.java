package dev.switchboard.server.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.server.background.Worker;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.routing.RoutingLock;
import dev.switchboard.store.routing.RoutingStore.TermOverException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that routes: it follows what is committed, some moments later and in batches, and
 * offers cases to people. Of several processes on one database one routes, and another takes over
 * when it has gone. Nobody's action waits for it.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** How soon events of other processes are seen; our own commits wake it. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Events that come within so long are decided on together. */
  private static final long GATHER_MILLIS = 20;

  /** How often it is looked whether this process may route. */
  private static final Duration LOOK_WHO_ROUTES = Duration.ofSeconds(2);

  /**
   * After a failure; twice as long after each further one, since to begin anew reads everything.
   */
  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);

  private static final Duration MAX_RETRY_WAIT = Duration.ofSeconds(16);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final Jdbi jdbi;
  private final FlowBook flows;
  private final RoutingSettings settings;
  private final CaseWeights weights;
  private final InstantSource clock;
  private final Runnable committed;
  private final RoutingMeters meters;
  private final RoutingLock lock;
  private final Worker worker;
  private @Nullable Following following;
  private boolean holds;
  private Duration retryWait = RETRY_WAIT;

  /** After a failure it is not woken before. */
  private long notBeforeNanos = System.nanoTime();

  private long lookedNanos = System.nanoTime() - LOOK_WHO_ROUTES.toNanos();

  private Dispatcher(
      Jdbi jdbi,
      FlowBook flows,
      RoutingSettings settings,
      CaseWeights weights,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    this.jdbi = jdbi;
    this.flows = flows;
    this.settings = settings;
    this.weights = weights;
    this.clock = clock;
    this.committed = committed;
    this.meters = new RoutingMeters(meters);
    this.lock = new RoutingLock(jdbi);
    this.worker =
        new Worker(Thread.ofPlatform().daemon().name("routing"), this::takeTurn, this::leave);
  }

  /**
   * Starts, if the company wants anybody to be offered anything.
   *
   * @param committed called after each commit
   */
  public static Dispatcher start(
      Jdbi jdbi,
      FlowBook flows,
      RoutingSettings settings,
      CaseWeights weights,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    var dispatcher = new Dispatcher(jdbi, flows, settings, weights, clock, committed, meters);
    if (settings.on()) {
      dispatcher.worker.start();
    }
    return dispatcher;
  }

  /** Says that something was committed. */
  public void wake() {
    worker.wake();
  }

  private Duration takeTurn() throws InterruptedException {
    long leftNanos = notBeforeNanos - System.nanoTime();
    if (leftNanos > 0) {
      return Duration.ofNanos(leftNanos);
    }
    notBeforeNanos = System.nanoTime();
    try {
      return mayRoute() ? route() : LOOK_WHO_ROUTES;
    } catch (TermOverException e) {
      log.info("{}; this one waits", e.getMessage());
      stepBack();
      return LOOK_WHO_ROUTES;
    } catch (RuntimeException e) {
      Duration wait = retryWait;
      notBeforeNanos = System.nanoTime() + wait.toNanos();
      retryWait = wait.compareTo(MAX_RETRY_WAIT) < 0 ? wait.multipliedBy(2) : MAX_RETRY_WAIT;
      log.warn(
          "Routing can't go on now: {}; it begins anew in {} s", e.toString(), wait.toSeconds());
      log.debug("Routing failed", e);
      following = null;
      meters.routes(false);
      return wait;
    }
  }

  private boolean mayRoute() {
    long nanos = System.nanoTime();
    if (nanos - lookedNanos >= LOOK_WHO_ROUTES.toNanos()) {
      lookedNanos = nanos;
      holds = false;
      holds = lock.tryHold();
    }
    return holds;
  }

  private Duration route() throws InterruptedException {
    Following mine = following;
    if (mine == null || mine.isOutdated()) {
      meters.routes(false);
      mine = Following.begin(jdbi, flows, settings, weights, clock, committed, meters);
      following = mine;
      meters.routes(true);
    }
    boolean more = mine.follow();
    retryWait = RETRY_WAIT;
    if (more) {
      TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    Duration rest = mine.findNextDue().map(due -> Duration.between(now, due)).orElse(LOOK_EVERY);
    return rest.compareTo(LOOK_EVERY) > 0
        ? LOOK_EVERY
        : rest.isPositive() ? rest : Duration.ofMillis(1);
  }

  private void stepBack() {
    following = null;
    holds = false;
    meters.routes(false);
    leave();
  }

  private void leave() {
    try {
      lock.close();
    } catch (RuntimeException e) {
      log.debug("The lock of routing could not be given back; it goes with its connection", e);
    }
  }

  @Override
  public void close() {
    if (settings.on()) {
      worker.stop(STOP_WAIT);
    }
  }
}
