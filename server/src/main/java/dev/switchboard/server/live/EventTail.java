package dev.switchboard.server.live;

import dev.switchboard.server.background.Worker;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of the log behind all streams; it rests while there are none. It keeps the latest
 * events in memory; every stream has a place of its own and reads from there, or from the database
 * when it is further behind, so that a slow stream slows nobody. Any thread.
 */
public final class EventTail implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EventTail.class);
  private static final int MAX_KEPT_EVENTS = 1 << 15;
  private static final int MAX_READ_EVENTS = 2_000;
  private static final int MAX_START_LOOKS = 500;

  /** How soon events of other processes are seen; our own commits wake the reader at once. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** A number that is drawn but not settled yet is looked at again this soon. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  /** Without a stream for this long, nothing is read until somebody asks again. */
  private static final Duration IDLE_AFTER = Duration.ofSeconds(40);

  private static final Duration START_WAIT = Duration.ofSeconds(10);

  /** How long a new stream waits for events that are committed but not settled. */
  private static final Duration SETTLE_WAIT = Duration.ofSeconds(1);

  private final EventLog events;
  private final Worker worker;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final LoggedEvent[] kept = new LoggedEvent[MAX_KEPT_EVENTS];
  private long keptEvents;
  private long keptAfter;
  private long settled;
  private @Nullable LogReader reader;
  private long lastAskedNanos = System.nanoTime() - IDLE_AFTER.toNanos();

  private EventTail(EventLog events) {
    this.events = events;
    this.worker = new Worker(Thread.ofPlatform().daemon().name("event-tail"), this::takeTurn);
  }

  /** Starts; reads nothing until somebody asks. */
  public static EventTail start(EventLog events) {
    EventTail tail = new EventTail(events);
    tail.worker.start();
    return tail;
  }

  /** Says that something was committed. */
  public void wake() {
    worker.wake();
  }

  /**
   * The number of the last event that is settled: every event that was committed before this call
   * has this number or a smaller one, as long as the tail keeps up.
   */
  public long settled() {
    try {
      return settled(visible());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The largest number in the log now, 0 if the database is away. */
  private long visible() {
    try {
      return events.last();
    } catch (RuntimeException e) {
      log.debug("The event log can't be read now: {}", e.getMessage());
      return 0;
    }
  }

  private long settled(long visible) throws InterruptedException {
    lock.lock();
    try {
      ask();
      worker.wake();
      long nanos = SETTLE_WAIT.toNanos();
      while (settled < visible && !isClosed() && nanos > 0) {
        nanos = more.awaitNanos(nanos);
      }
      return settled;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The events after a number, at most {@code limit}, in order; waits for the first one.
   *
   * @return empty if none came in time, or the tail is closed
   */
  public List<LoggedEvent> after(long seq, int limit, Duration wait) throws InterruptedException {
    long through;
    lock.lock();
    try {
      ask();
      long nanos = wait.toNanos();
      while (settled <= seq && !isClosed() && nanos > 0) {
        nanos = more.awaitNanos(nanos);
      }
      if (settled <= seq || isClosed()) {
        return List.of();
      }
      if (seq >= keptAfter) {
        return keptAfter(seq, limit);
      }
      through = settled;
    } finally {
      lock.unlock();
    }
    return events.read(seq, through, limit);
  }

  public boolean isClosed() {
    return worker.isStopped();
  }

  /** Says that a stream is there, and waits until events are read again if they were not. */
  private void ask() throws InterruptedException {
    lastAskedNanos = System.nanoTime();
    long nanos = START_WAIT.toNanos();
    while (reader == null && !isClosed() && nanos > 0) {
      worker.wake();
      nanos = more.awaitNanos(nanos);
    }
  }

  private List<LoggedEvent> keptAfter(long seq, int limit) {
    long low = Math.max(0, keptEvents - MAX_KEPT_EVENTS);
    long high = keptEvents;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (at(middle).seq() <= seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<LoggedEvent> found = new ArrayList<>((int) Math.min(limit, keptEvents - low));
    for (long i = low; i < keptEvents && found.size() < limit; i++) {
      found.add(at(i));
    }
    return found;
  }

  private LoggedEvent at(long index) {
    return kept[(int) (index % MAX_KEPT_EVENTS)];
  }

  private Duration takeTurn() throws InterruptedException {
    LogReader current = reader();
    List<LoggedEvent> next = current == null ? List.of() : read(current);
    if (!next.isEmpty()) {
      keep(next);
    }
    if (next.size() == MAX_READ_EVENTS) {
      return Duration.ZERO;
    }
    return current != null && current.isWaiting() ? LOOK_AGAIN : LOOK_EVERY;
  }

  /** The reader, made anew at the log's end when streams come back; null while there are none. */
  private @Nullable LogReader reader() throws InterruptedException {
    lock.lock();
    try {
      if (System.nanoTime() - lastAskedNanos > IDLE_AFTER.toNanos()) {
        reader = null;
        return null;
      }
      if (reader != null) {
        return reader;
      }
    } finally {
      lock.unlock();
    }
    LogReader fresh = atEnd();
    if (fresh != null) {
      lock.lock();
      try {
        reader = fresh;
        settled = fresh.settled();
        keptAfter = settled;
        keptEvents = 0;
        more.signalAll();
      } finally {
        lock.unlock();
      }
    }
    return fresh;
  }

  private @Nullable LogReader atEnd() throws InterruptedException {
    try {
      return LogReader.atEnd(events, MAX_READ_EVENTS, MAX_START_LOOKS);
    } catch (RuntimeException e) {
      log.debug("The event log can't be read now: {}", e.getMessage());
      return null;
    }
  }

  private List<LoggedEvent> read(LogReader from) {
    try {
      return from.next();
    } catch (RuntimeException e) {
      // The database is away; streams go on from their places when it is back.
      log.debug("The event log can't be read now: {}", e.getMessage());
      return List.of();
    }
  }

  private void keep(List<LoggedEvent> next) {
    lock.lock();
    try {
      for (LoggedEvent event : next) {
        if (keptEvents >= MAX_KEPT_EVENTS) {
          keptAfter = at(keptEvents).seq();
        }
        kept[(int) (keptEvents % MAX_KEPT_EVENTS)] = event;
        keptEvents++;
      }
      settled = next.getLast().seq();
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    worker.stop();
    lock.lock();
    try {
      more.signalAll();
    } finally {
      lock.unlock();
    }
    worker.stop(STOP_WAIT);
  }
}
