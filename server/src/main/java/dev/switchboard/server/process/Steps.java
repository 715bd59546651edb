package dev.switchboard.server.process;

import dev.switchboard.server.background.Worker;
import dev.switchboard.server.flows.FlowBook;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that lets cases follow their flows, some moments later and in batches: nobody who acts
 * on a case waits for it. Several servers on one database may each have one: one does the work, the
 * others stand by.
 */
public final class Steps implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Steps.class);

  /** How soon what happens, and what time decides, is seen: so a batch is worth its statements. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** After another process was seen to do the work. */
  private static final Duration STAND_BY = Duration.ofSeconds(3);

  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final StepFollower follower;
  private final Worker worker;

  private Steps(StepFollower follower) {
    this.follower = follower;
    this.worker = new Worker(Thread.ofPlatform().daemon().name("steps"), this::takeTurn);
  }

  /**
   * Starts it.
   *
   * @param committed called after each commit that wrote something
   */
  public static Steps start(Jdbi jdbi, FlowBook flows, InstantSource clock, Runnable committed) {
    Steps steps = new Steps(new StepFollower(jdbi, flows, clock, committed));
    steps.worker.start();
    return steps;
  }

  private Duration takeTurn() {
    try {
      return switch (follower.take()) {
        case MORE -> Duration.ZERO;
        case DONE -> LOOK_EVERY;
        case NOT_OURS -> STAND_BY;
      };
    } catch (RuntimeException e) {
      log.warn("Steps can't be followed now: {}; tried again soon", e.toString());
      log.debug("Steps failed", e);
      follower.forget();
      return RETRY_WAIT;
    }
  }

  @Override
  public void close() {
    worker.stop(STOP_WAIT);
  }
}
