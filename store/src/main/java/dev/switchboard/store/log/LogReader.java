package dev.switchboard.store.log;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads the log from a place on, in order, missing nothing although transactions commit in any
 * order.
 *
 * <p>A number that is missing below one that is there belongs to a transaction that was running
 * when the hole was seen, or never will be written: numbers are drawn ascending, by transactions
 * that have an id already. So whatever lies below the largest number of a look is settled as soon
 * as all transactions that ran at that look have ended. One thread.
 */
public final class LogReader {
  private final EventLog log;
  private final int maxEvents;
  private long settled;
  private long seen;
  private long seenBefore;

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
    long before = log.look(last, 1).nextTransaction();
    for (int looks = 0; looks < maxLooks; looks++) {
      if (log.look(last, 1).oldestRunning() >= before) {
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

  /** The next events, or none if there are none yet or the next one is not settled. */
  public List<LoggedEvent> next() {
    EventLog.Look look = log.look(settled, maxEvents);
    List<LoggedEvent> events = look.events();
    if (events.isEmpty()) {
      return events;
    }
    long reached = settledBy(look);
    int given = 0;
    while (given < events.size()
        && (events.get(given).seq() <= reached || events.get(given).seq() == settled + 1)) {
      settled = events.get(given).seq();
      given++;
    }
    if (given < events.size()) {
      waitFor(look, events.getLast().seq());
    }
    return List.copyOf(events.subList(0, given));
  }

  /** The number up to which holes stay empty, as far as this look can tell. */
  private long settledBy(EventLog.Look look) {
    if (look.oldestRunning() >= look.nextTransaction()) {
      return look.events().getLast().seq();
    }
    return look.oldestRunning() >= seenBefore ? seen : settled;
  }

  /** Keeps the earliest barrier that will let the hole be passed. */
  private void waitFor(EventLog.Look look, long through) {
    if (seen <= settled) {
      seen = through;
      seenBefore = look.nextTransaction();
    }
  }
}
