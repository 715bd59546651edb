package dev.switchboard.server.intake;

import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.flow.Arrival;
import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.Flow;
import dev.switchboard.server.intake.Lanes.Submission;
import dev.switchboard.server.intake.Lanes.Taken;
import dev.switchboard.store.intake.IntakeStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes whatever has come since the last commit, up to a bound, and commits it as one
 * batch. Requests that come while it commits share the next commit.
 */
final class Committer implements AutoCloseable {
  private static final Duration STOP_WAIT = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(Committer.class);

  private final Lanes lanes;
  private final Flow flow;
  private final IntakeStore store;
  private final InstantSource clock;
  private final Runnable committed;
  private final Thread thread;

  /**
   * @param committed called after each commit
   */
  Committer(
      String name,
      Lanes lanes,
      Flow flow,
      IntakeStore store,
      InstantSource clock,
      Runnable committed) {
    this.lanes = lanes;
    this.flow = flow;
    this.store = store;
    this.clock = clock;
    this.committed = committed;
    this.thread = Thread.ofPlatform().name(name).start(this::run);
  }

  private void run() {
    for (Taken taken = lanes.take(); !taken.submissions().isEmpty(); taken = lanes.take()) {
      List<Submission> batch = taken.submissions();
      try {
        store(batch);
      } catch (RuntimeException e) {
        log.warn("A batch could not be stored: {}", e.getMessage());
        IntakeRefusal refusal = IntakeRefusal.unavailable("The database is away; send again.");
        batch.forEach(submission -> submission.outcomes().completeExceptionally(refusal));
      } finally {
        lanes.giveBack(taken);
      }
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

  /** Waits until what was queued is stored; the lanes must be closed. */
  @Override
  public void close() {
    try {
      if (!thread.join(STOP_WAIT)) {
        log.warn("{} did not finish in {}", thread.getName(), STOP_WAIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
