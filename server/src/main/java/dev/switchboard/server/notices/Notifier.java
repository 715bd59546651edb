package dev.switchboard.server.notices;

import dev.switchboard.server.background.Worker;
import dev.switchboard.server.live.ReadsAlong;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.notices.NoticeStore;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log in order and notifies those whom an event concerns. Its place is kept with what it
 * made, so that a restart misses nothing; events that concern nobody in particular, nearly all,
 * cost no statement. Several servers on one database may each do it: nothing is made twice.
 */
public final class Notifier implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Notifier.class);
  private static final int MAX_READ_EVENTS = 2_000;

  /** The place is kept anew after this many events that concern nobody. */
  private static final int KEEP_PLACE_EVENTS = 20_000;

  /** How soon events of other processes are seen; our own commits wake it. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** Nobody hears a tenth of a second of a bell; a full floor commits hundreds of times in it. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final NoticeStore store;
  private final EventLog events;
  private final Bell bell;
  private final ReadsAlong beside;
  private final Worker worker;
  private @Nullable LogReader reader;
  private int unkept;

  private Notifier(Jdbi jdbi, NoticeStore store, Bell bell, ReadsAlong beside) {
    this.store = store;
    this.events = new EventLog(jdbi);
    this.bell = bell;
    this.beside = beside;
    this.worker =
        new Worker(Thread.ofPlatform().daemon().name("notifier"), this::takeTurn, BETWEEN_LOOKS);
  }

  /**
   * Starts.
   *
   * @param beside told of all that is read, whether or not it concerns anybody
   */
  public static Notifier start(Jdbi jdbi, NoticeStore store, Bell bell, ReadsAlong beside) {
    Notifier notifier = new Notifier(jdbi, store, bell, beside);
    notifier.worker.start();
    return notifier;
  }

  /** Says that something was committed. */
  public void wake() {
    worker.wake();
  }

  private Duration takeTurn() {
    try {
      LogReader from = reader;
      if (from == null) {
        from = new LogReader(events, store.place(), MAX_READ_EVENTS);
        // Another server may have kept a place beyond what this one has read.
        beside.missed();
        reader = from;
      }
      List<LoggedEvent> next = from.next();
      if (!next.isEmpty()) {
        beside.read(next);
        notify(next);
      }
      if (next.size() == MAX_READ_EVENTS) {
        return Duration.ZERO;
      }
      return from.isWaiting() ? LOOK_AGAIN : LOOK_EVERY;
    } catch (RuntimeException e) {
      // The database is away. What was read and not kept is read once more.
      log.debug("Nobody can be notified now: {}", e.getMessage());
      reader = null;
      return LOOK_EVERY;
    }
  }

  private void notify(List<LoggedEvent> next) {
    long through = next.getLast().seq();
    List<Long> concerning =
        next.stream().filter(NoticeStore::mayConcern).map(LoggedEvent::seq).toList();
    unkept += next.size();
    if (!concerning.isEmpty()) {
      bell.ring(store.make(concerning, through));
      unkept = 0;
    } else if (unkept >= KEEP_PLACE_EVENTS) {
      store.keepPlace(through);
      unkept = 0;
    }
  }

  @Override
  public void close() {
    worker.stop(STOP_WAIT);
  }
}
