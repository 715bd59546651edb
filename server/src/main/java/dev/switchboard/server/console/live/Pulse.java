package dev.switchboard.server.console.live;

import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.notices.Bell;
import dev.switchboard.server.watching.Watching;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heart of all open pages: with each beat it works out once what has changed, and gives each
 * page what concerns it; a page's stream says it five times a second at most. Rests while no page
 * is open. Any thread.
 */
final class Pulse {
  private static final Logger log = LoggerFactory.getLogger(Pulse.class);

  /** How long a beat waits for the first event. */
  private static final Duration WAIT = Duration.ofMillis(200);

  private static final Duration BEAT = Duration.ofMillis(50);
  private static final int MAX_BEAT_EVENTS = 4_000;

  /** Fewer beats than a second has, so that every page has its turn. */
  private static final int UNHURRIED_BEATS = 12;

  private static final int MIN_UNHURRIED = 20;

  /** A page that is further behind is told to look at everything anew. */
  private static final int MAX_BEHIND_EVENTS = 2_000;

  private final EventTail tail;
  private final Watching watching;
  private final Bell bell;
  private final Map<Watching.Page, Gathered> pages = new ConcurrentHashMap<>();
  private @Nullable Thread beating;
  private long at;

  Pulse(EventTail tail, Watching watching, Bell bell) {
    this.tail = tail;
    this.watching = watching;
    this.bell = bell;
  }

  /** Begins to gather for a page, from the event on that it has. */
  void open(Watching.Page page, Gathered gathered, long after) {
    pages.put(page, gathered);
    synchronized (this) {
      if (beating == null && !tail.isClosed()) {
        at = tail.settled();
        beating = Thread.ofVirtual().name("console-pulse").start(this::beat);
      }
    }
    catchUp(gathered, after);
  }

  /** What a page shows now; {@code after} is the event up to which it has read all of it. */
  void show(Watching.Page page, View view, boolean fresh, long after) {
    Gathered gathered = pages.get(page);
    if (gathered != null && gathered.show(view, watching.among(view.cases()), fresh)) {
      catchUp(gathered, after);
    }
  }

  /** False if the page has another stream by now. */
  boolean close(Watching.Page page, Gathered gathered) {
    return pages.remove(page, gathered);
  }

  /** Beats that went by before the page, or its view, was known. */
  private void catchUp(Gathered gathered, long after) {
    try {
      List<LoggedEvent> missed = tail.after(after, MAX_BEHIND_EVENTS, Duration.ZERO);
      if (missed.size() == MAX_BEHIND_EVENTS) {
        gathered.addAll();
      } else if (!missed.isEmpty()) {
        gathered.add(Beat.of(missed.getLast().seq(), missed, Set.of(), Set.of()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      while (isNeeded()) {
        long begun = System.nanoTime();
        beatOnce();
        TimeUnit.NANOSECONDS.sleep(begun + BEAT.toNanos() - System.nanoTime());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    pages.values().forEach(Gathered::wake);
  }

  private synchronized boolean isNeeded() {
    if (pages.isEmpty() || tail.isClosed()) {
      beating = null;
      return false;
    }
    return true;
  }

  private void beatOnce() throws InterruptedException {
    try {
      List<LoggedEvent> events = tail.after(at, MAX_BEAT_EVENTS, WAIT);
      at = events.isEmpty() ? at : events.getLast().seq();
      Beat beat = Beat.of(at, events, watching.changes(), bell.rung());
      boolean tooMany = events.size() == MAX_BEAT_EVENTS;
      if (tooMany) {
        at = tail.settled();
      }
      for (Gathered page : pages.values()) {
        if (!beat.isEmpty()) {
          page.add(beat);
        }
        if (tooMany) {
          page.addAll();
        }
      }
      wakeUnhurried(pages.values());
    } catch (RuntimeException e) {
      // The database is away and we are behind: the next beat goes on from the same place.
      log.debug("What has changed can't be read now: {}", e.getMessage());
    }
  }

  /**
   * Numbers go to some pages with each beat, and so to all within a second: else those that were
   * once told together, as after a pause of the JVM, would be for ever, and whoever takes a case in
   * that moment would wait behind hundreds of frames.
   */
  static void wakeUnhurried(Collection<Gathered> pages) {
    int left = Math.max(MIN_UNHURRIED, pages.size() / UNHURRIED_BEATS);
    Iterator<Gathered> all = pages.iterator();
    while (left > 0 && all.hasNext()) {
      left -= all.next().wakeUnhurried() ? 1 : 0;
    }
  }
}
