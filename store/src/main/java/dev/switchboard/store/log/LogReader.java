package dev.switchboard.store.log;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads the log from a place on, in order, missing nothing although transactions commit in any
 * order.
 *
 * <p>A number that is missing below one that is there belongs to a transaction that was running
 * when the hole was seen, or never will be written: numbers are drawn ascending, by transactions
 * that have an id already. So the reader draws a transaction id of its own after it has seen the
 * hole; when all transactions with smaller ids have ended, the hole is filled or stays empty. (A
 * snapshot's xmax would not do: it is the id after the last that has ended, and younger ones may be
 * running.) One thread.
 */
public final class LogReader {
  private final EventLog log;
  private final int maxEvents;
  private long settled;
  private long seen;
  private long barrier;

  /**
   * @param after the first event given is the one after this number
   * @param maxEvents how many a call gives at most
   */
  public LogReader(EventLog log, long after, int maxEvents) {
    this.log = log;
    this.maxEvents = maxEvents;
    this.settled = after;
    this.seen = after;
  }

  /**
   * Reads from the end of the log on: from the largest number below which nothing can appear any
   * more, which takes until those who write now have ended.
   *
   * @param maxLooks how often to look whether they have
   */
  public static LogReader atEnd(EventLog log, int maxEvents, int maxLooks)
      throws InterruptedException {
    long last = log.last();
    long barrier = log.drawTransaction();
    for (int looks = 0; looks < maxLooks; looks++) {
      if (log.look(last, 1).oldestRunning() >= barrier) {
        return new LogReader(log, last, maxEvents);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IllegalStateException(
        "A transaction has been running on this database for too long; end it and start again.");
  }

  /** Everything up to this number has been given, or never will be there. */
  public long settled() {
    return settled;
  }

  /** True if the last call left events behind that are not settled yet. */
  public boolean isWaiting() {
    return seen > settled;
  }

  /**
   * The next events, or none if there are none yet or the next one is not settled.
   *
   * @throws org.jdbi.v3.core.JdbiException if the database is away: call again, nothing is lost
   */
  public List<LoggedEvent> next() {
    try {
      return look();
    } catch (RuntimeException e) {
      // A database that crashed may give out a barrier's number once more: draw another.
      seen = settled;
      throw e;
    }
  }

  private List<LoggedEvent> look() {
    boolean waited = isWaiting();
    List<LoggedEvent> events = settledIn(log.look(settled, maxEvents));
    // A new hole is mostly empty or filled already: a second look, after the barrier, tells.
    return events.isEmpty() && isWaiting() && !waited
        ? settledIn(log.look(settled, maxEvents))
        : events;
  }

  private List<LoggedEvent> settledIn(EventLog.Look look) {
    List<LoggedEvent> events = look.events();
    long reached = isWaiting() && look.oldestRunning() >= barrier ? seen : settled;
    long through = settled;
    int given = 0;
    while (given < events.size()
        && (events.get(given).seq() <= reached || events.get(given).seq() == through + 1)) {
      through = events.get(given).seq();
      given++;
    }
    if (given < events.size() && seen <= through) {
      // First, since it may fail: then nothing has been passed.
      barrier = log.drawTransaction();
      seen = events.getLast().seq();
    }
    settled = through;
    return List.copyOf(events.subList(0, given));
  }
}
