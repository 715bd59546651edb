package dev.switchboard.server.intake;

import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.store.intake.IntakeStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of posts: a thread that takes whatever has come since its last commit, up to a bound,
 * and commits it as one batch. Requests that come while it commits share the next commit.
 */
final class Lane implements AutoCloseable {
  static final int MAX_WAITING_POSTS = 100_000;
  static final int MAX_BATCH_POSTS = 10_000;
  private static final Duration STOP_WAIT = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  private final Flow flow;
  private final IntakeStore store;
  private final InstantSource clock;
  private final Runnable committed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Submission> waiting = new ArrayDeque<>();
  private final Thread thread;
  private int waitingPosts;
  private boolean closed;

  /** Posts of one request, at most {@link #MAX_BATCH_POSTS}, and the promise to say of each. */
  record Submission(List<Arrival> arrivals, CompletableFuture<List<Outcome>> outcomes) {}

  /**
   * @param committed called after each commit
   */
  Lane(String name, Flow flow, IntakeStore store, InstantSource clock, Runnable committed) {
    this.flow = flow;
    this.store = store;
    this.clock = clock;
    this.committed = committed;
    this.thread = Thread.ofPlatform().name(name).start(this::run);
  }

  /**
   * Queues posts.
   *
   * @throws IntakeRefusal if too much is waiting, or the lane is closed
   */
  CompletableFuture<List<Outcome>> submit(List<Arrival> arrivals) throws IntakeRefusal {
    Submission submission = new Submission(arrivals, new CompletableFuture<>());
    lock.lock();
    try {
      if (closed) {
        throw unavailable("Switchboard is stopping.");
      }
      if (waitingPosts > 0 && waitingPosts + arrivals.size() > MAX_WAITING_POSTS) {
        throw new IntakeRefusal(
            IntakeRefusal.Cause.BUSY,
            "%d posts are waiting to be stored; send again a little later.".formatted(waitingPosts),
            Duration.ofSeconds(1));
      }
      waiting.add(submission);
      waitingPosts += arrivals.size();
      changed.signal();
    } finally {
      lock.unlock();
    }
    return submission.outcomes();
  }

  int waitingPosts() {
    lock.lock();
    try {
      return waitingPosts;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (List<Submission> batch = take(); !batch.isEmpty(); batch = take()) {
      try {
        store(batch);
      } catch (RuntimeException e) {
        log.warn("A batch could not be stored: {}", e.getMessage());
        IntakeRefusal refusal = unavailable("The database is away; send again.");
        batch.forEach(submission -> submission.outcomes().completeExceptionally(refusal));
      }
    }
  }

  /** Waits for posts; empty once the lane is closed and nothing is left. */
  private List<Submission> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      List<Submission> batch = new ArrayList<>();
      int posts = 0;
      while (!waiting.isEmpty()
          && (posts == 0 || posts + waiting.peek().arrivals().size() <= MAX_BATCH_POSTS)) {
        Submission next = waiting.remove();
        posts += next.arrivals().size();
        batch.add(next);
      }
      waitingPosts -= posts;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void store(List<Submission> batch) {
    List<Arrival> all =
        batch.size() == 1
            ? batch.getFirst().arrivals()
            : batch.stream().flatMap(s -> s.arrivals().stream()).toList();
    List<Outcome> outcomes = storeOrSplit(all);
    committed.run();
    int from = 0;
    for (Submission submission : batch) {
      int to = from + submission.arrivals().size();
      submission.outcomes().complete(outcomes.subList(from, to));
      from = to;
    }
  }

  /** Stores posts; if the database refuses one for what it holds, finds it by halving. */
  private List<Outcome> storeOrSplit(List<Arrival> arrivals) {
    try {
      Instant now = clock.instant();
      return store.write(arrivals, now, batch -> accept(arrivals, batch, now)).stream()
          .map(Outcome::of)
          .toList();
    } catch (RuntimeException e) {
      if (isAway(e)) {
        throw e;
      }
      if (arrivals.size() == 1) {
        log.error("Post {} can't be stored", arrivals.getFirst().post().key(), e);
        return List.of(new Outcome.Unstorable("could not be stored: " + e.getMessage()));
      }
      int half = arrivals.size() / 2;
      List<Outcome> outcomes = new ArrayList<>(storeOrSplit(arrivals.subList(0, half)));
      outcomes.addAll(storeOrSplit(arrivals.subList(half, arrivals.size())));
      return outcomes;
    }
  }

  private List<Accepted> accept(List<Arrival> arrivals, Batch batch, Instant now) {
    List<Accepted> accepted = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      accepted.add(flow.accept(arrival, batch, now));
    }
    return accepted;
  }

  /** True unless the database complains about the data (SQLSTATE class 22 or 23) or we do. */
  private static boolean isAway(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || !(state.startsWith("22") || state.startsWith("23"));
      }
    }
    return false;
  }

  private static IntakeRefusal unavailable(String message) {
    return new IntakeRefusal(IntakeRefusal.Cause.UNAVAILABLE, message, Duration.ofSeconds(1));
  }

  /** Stores what is queued, then ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(STOP_WAIT)) {
        log.warn("{} did not finish in {}", thread.getName(), STOP_WAIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
