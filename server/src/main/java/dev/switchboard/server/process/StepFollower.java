package dev.switchboard.server.process;

import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.process.PlaceStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log and keeps, for each case, where it is in its flow, what is due, and who is
 * called; with the step and deadline events and the exceptions that follow. How far the log has
 * been read is kept in the transaction that writes what follows, so that nothing is lost or done
 * twice. One thread; other processes may have one, too.
 */
final class StepFollower {
  private static final int MAX_READ_EVENTS = 1_000;
  private static final int MAX_CASES = 500;

  /** The place is kept anew after this many events that move no case. */
  private static final int KEEP_PLACE_EVENTS = 20_000;

  private final PlaceStore store;
  private final EventLog events;
  private final FlowBook flows;
  private final InstantSource clock;
  private final Runnable committed;
  private @Nullable LogReader reader;
  private boolean adopted;

  /** How far the log was read when it was last kept. */
  private long kept;

  /**
   * @param committed called after each commit that wrote something
   */
  StepFollower(Jdbi jdbi, FlowBook flows, InstantSource clock, Runnable committed) {
    this.store = new PlaceStore(jdbi);
    this.events = new EventLog(jdbi);
    this.flows = flows;
    this.clock = clock;
    this.committed = committed;
  }

  /** What a turn has found. */
  enum Turn {
    MORE,
    DONE,
    /** Another process has gone on from where we were. */
    NOT_OURS
  }

  /**
   * Does some of the work.
   *
   * @throws RuntimeException if the database is away: {@link #forget}, then call again
   */
  Turn take() {
    LogReader from = reader;
    if (from == null) {
      kept = store.position();
      from = new LogReader(events, kept, MAX_READ_EVENTS);
      reader = from;
    }
    Turn turn = adopted ? next(from) : adopt();
    if (turn == Turn.NOT_OURS) {
      forget();
    }
    return turn;
  }

  /** What was read and not kept is read once more. */
  void forget() {
    reader = null;
  }

  private Turn next(LogReader from) {
    List<LoggedEvent> next = from.next();
    Turn followed = next.isEmpty() ? Turn.DONE : follow(next);
    // Under load there is always something to follow; time goes on all the same.
    return followed == Turn.NOT_OURS || next.size() == MAX_READ_EVENTS
        ? followed
        : look(from.settled());
  }

  private Turn adopt() {
    Instant now = clock.instant();
    return inTurn(
        kept,
        batch -> {
          adopted = !batch.adopt(now, MAX_CASES, kept);
          return true;
        });
  }

  private Turn follow(List<LoggedEvent> next) {
    long through = next.getLast().seq();
    List<Batch.Moving> moving = Batch.moving(next);
    return moving.isEmpty() && through - kept < KEEP_PLACE_EVENTS
        ? Turn.MORE
        : inTurn(through, batch -> batch.follow(moving, through));
  }

  /** What has time decided? */
  private Turn look(long through) {
    Instant now = clock.instant();
    return store.isAnyDue(now)
        ? inTurn(through, batch -> batch.look(now, MAX_CASES, through))
        : Turn.DONE;
  }

  private interface Work {
    /** Whether there may be more. */
    boolean in(Batch batch);
  }

  private Turn inTurn(long through, Work work) {
    Turn turn =
        store.inTransaction(
            tx -> {
              if (tx.lock() != kept) {
                return Turn.NOT_OURS;
              }
              return work.in(new Batch(tx, flows)) ? Turn.MORE : Turn.DONE;
            });
    if (turn != Turn.NOT_OURS) {
      kept = through;
      committed.run();
    }
    return turn;
  }
}
