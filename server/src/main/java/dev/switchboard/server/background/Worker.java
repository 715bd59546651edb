package dev.switchboard.server.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes turns until nothing is left to do, then rests until it is woken or the rest
 * is over. Woken during a turn, it takes another at once: what was there before {@link #wake} is
 * never left waiting. Any thread may wake and stop it.
 */
public final class Worker {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /**
   * Does some of the work. An interrupt ends the worker; other exceptions are the turn's affair.
   */
  @FunctionalInterface
  public interface Turn {
    /** How long to rest now; zero if there is more to do. */
    Duration take() throws InterruptedException;
  }

  /** Commits come in bursts: one turn does for all of them. */
  private static final Duration BETWEEN_TURNS = Duration.ofMillis(20);

  private final Turn turn;
  private final Duration betweenTurns;
  private final Runnable end;
  private final Thread thread;
  private final Semaphore woken = new Semaphore(0);
  private volatile boolean stopped;

  /** A worker that has not started. */
  public Worker(Thread.Builder.OfPlatform kind, Turn turn) {
    this(kind, turn, BETWEEN_TURNS);
  }

  /**
   * @param betweenTurns what wakes the worker this soon after its turn began waits so long
   */
  public Worker(Thread.Builder.OfPlatform kind, Turn turn, Duration betweenTurns) {
    this(kind, turn, betweenTurns, () -> {});
  }

  /**
   * @param end done on the same thread after the last turn, however that ended
   */
  public Worker(Thread.Builder.OfPlatform kind, Turn turn, Runnable end) {
    this(kind, turn, BETWEEN_TURNS, end);
  }

  private Worker(Thread.Builder.OfPlatform kind, Turn turn, Duration betweenTurns, Runnable end) {
    this.turn = turn;
    this.betweenTurns = betweenTurns;
    this.end = end;
    this.thread = kind.unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Says that there may be something to do. */
  public void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  public boolean isStopped() {
    return stopped;
  }

  private void run() {
    try {
      while (!stopped) {
        long begun = System.nanoTime();
        Duration rest = turn.take();
        if (rest.isPositive() && woken.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
          TimeUnit.NANOSECONDS.sleep(begun + betweenTurns.toNanos() - System.nanoTime());
          woken.drainPermits();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      // Also when an error ends the thread: what it holds others wait for.
      end.run();
    }
  }

  /** Takes no further turn; the one that is under way goes on. */
  public void stop() {
    stopped = true;
    woken.release();
  }

  /** Stops, and waits until the last turn is over, or for {@code atMost}. */
  public void stop(Duration atMost) {
    stop();
    try {
      if (!thread.join(atMost)) {
        log.warn("{} did not finish in {}", thread.getName(), atMost);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
