package dev.switchboard.server.console.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one page is to be told, kept until its stream has time to say it. It holds no more than the
 * page shows, however long that takes: a slow reader costs the others nothing. Any thread adds; the
 * stream's own takes.
 */
final class Gathered {
  /** More that is new on a list is counted and not remembered. */
  static final int MAX_NEWS = 300;

  /**
   * What changes of the cases that a page shows, it is told with the next frame. Numbers of what it
   * does not show change all the time on a full floor, and nobody reads them faster than this.
   */
  static final Duration UNHURRIED = Duration.ofSeconds(1);

  private final @Nullable String brand;
  private final String person;
  private final Semaphore woken = new Semaphore(0);

  private View view;
  private Set<Long> shown;
  private long seq;
  private final Map<Long, String> cases = new TreeMap<>();
  private final Set<Long> news = new HashSet<>();
  private int moreNews;
  private final Set<Long> posts = new TreeSet<>();
  private final Set<Long> incidents = new TreeSet<>();
  private int received;
  private boolean learned;
  private final Set<Long> watched = new TreeSet<>();
  private boolean rung;
  private boolean offered;
  private boolean flows;
  private boolean all;
  private boolean newsMoved;
  private boolean unsaid;
  private volatile boolean stale;
  private volatile long toldNanos = System.nanoTime() - UNHURRIED.toNanos();

  /**
   * @param brand or null for all
   * @param seq the page has everything up to this event
   */
  Gathered(@Nullable String brand, String person, View view, long seq) {
    this.brand = brand;
    this.person = person;
    this.view = view;
    this.shown = Set.copyOf(view.cases());
    this.seq = seq;
  }

  /**
   * What there is to say.
   *
   * @param cases changed cases that the page shows
   * @param news how many cases are on its list by now that it does not show
   * @param offered whether the reader is offered something else than before
   * @param flows whether a flow was kept or chosen
   * @param newsMoved whether that is another number than before
   */
  record Part(
      long seq,
      Map<Long, String> cases,
      int news,
      Set<Long> posts,
      Set<Long> incidents,
      int received,
      boolean learned,
      Set<Long> watched,
      boolean rung,
      boolean offered,
      boolean flows,
      boolean all,
      boolean newsMoved) {
    boolean isEmpty() {
      return cases.isEmpty()
          && posts.isEmpty()
          && incidents.isEmpty()
          && received == 0
          && !learned
          && watched.isEmpty()
          && !rung
          && !offered
          && !flows
          && !all
          && !newsMoved;
    }
  }

  /**
   * What the page shows now.
   *
   * @param watchedNow which of it are watched
   * @param fresh whether it has just read its list: then nothing is news
   * @return whether it is something else than before
   */
  synchronized boolean show(View next, Set<Long> watchedNow, boolean fresh) {
    boolean other = fresh || !next.equals(view);
    int before = news.size() + moreNews;
    view = next;
    shown = Set.copyOf(next.cases());
    news.removeAll(next.rows());
    if (fresh) {
      news.clear();
      moreNews = 0;
    }
    newsMoved |= before != news.size() + moreNews;
    cases.keySet().retainAll(shown);
    watched.addAll(watchedNow);
    if (!watched.isEmpty() || newsMoved) {
      wake();
    }
    return other;
  }

  synchronized Set<Long> shown() {
    return shown;
  }

  /** Something may have happened of which nobody can say what. */
  synchronized void addAll() {
    all = true;
    wake();
  }

  /** Adds what of a beat concerns the page, and wakes its stream if the page shows any of it. */
  synchronized void add(Beat beat) {
    seq = Math.max(seq, beat.seq());
    addChanges(beat.changes(brand));
    for (long id : beat.watched()) {
      if (shown.contains(id)) {
        watched.add(id);
      }
    }
    rung |= beat.rung().contains(person);
    offered |= beat.offered().contains(person);
    flows |= beat.flows();
    if (isUrgent()) {
      wake();
    }
  }

  /** Whether something changed that the page shows. */
  private boolean isUrgent() {
    return all
        || rung
        || offered
        || flows
        || learned
        || !cases.isEmpty()
        || !watched.isEmpty()
        || !posts.isEmpty()
        || !incidents.isEmpty();
  }

  private void addChanges(Changes changes) {
    if (changes.isEmpty()) {
      return;
    }
    unsaid = true;
    all |= changes.overflown();
    switch (view.kind()) {
      case CASES -> changes.cases().forEach(this::addCase);
      case TRIAGE -> {
        received += changes.received();
        learned |= changes.learned();
        posts.addAll(changes.posts());
      }
      case INCIDENTS -> {
        received += changes.received() + changes.cases().size();
        incidents.addAll(changes.incidents());
      }
      case OTHER -> {}
    }
    if (posts.size() > Changes.MAX_NAMED || incidents.size() > Changes.MAX_NAMED) {
      posts.clear();
      incidents.clear();
      all = true;
    }
  }

  private void addCase(long id, String state) {
    if (shown.contains(id)) {
      cases.merge(id, state, (before, now) -> now.isEmpty() ? before : now);
    }
    if (view.rows().contains(id) || state.isEmpty() || stays(state)) {
      return;
    }
    if (!state.equals(view.tab()) && !state.startsWith(view.tab() + ".")) {
      newsMoved |= news.remove(id);
    } else if (news.size() < MAX_NEWS) {
      newsMoved |= news.add(id);
    } else if (!news.contains(id)) {
      moreNews++;
      newsMoved = true;
    }
  }

  /** Who pauses a case or goes on with it holds it all the time. */
  private boolean stays(String state) {
    return view.tab().equals("claimed") && (state.startsWith("paused.") || state.equals("resumed"));
  }

  /** Whether the stream has something to say that it has not looked for yet. */
  boolean isWoken() {
    return woken.availablePermits() > 0;
  }

  /** Waits until there is something, or the time is over. */
  void await(long nanos) throws InterruptedException {
    if (woken.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
      woken.drainPermits();
    }
  }

  /** The page shows counts that may be out of date; it is woken until they are not. */
  void stale(boolean now) {
    stale = now;
  }

  /**
   * Wakes the stream for numbers alone, if they have changed and it has rested long enough.
   *
   * @return whether it did
   */
  synchronized boolean wakeUnhurried() {
    boolean due =
        (stale || unsaid) && !isWoken() && System.nanoTime() - toldNanos >= UNHURRIED.toNanos();
    if (due) {
      wake();
    }
    return due;
  }

  /** The stream has said what there was. */
  void told(long nanos) {
    toldNanos = nanos;
  }

  void wake() {
    if (!isWoken()) {
      woken.release();
    }
  }

  /** Takes what there is. */
  synchronized Part take() {
    Part part =
        new Part(
            seq,
            cases.isEmpty() ? Map.of() : new TreeMap<>(cases),
            news.size() + moreNews,
            posts.isEmpty() ? Set.of() : new TreeSet<>(posts),
            incidents.isEmpty() ? Set.of() : new TreeSet<>(incidents),
            received,
            learned,
            watched.isEmpty() ? Set.of() : new TreeSet<>(watched),
            rung,
            offered,
            flows,
            all,
            newsMoved);
    cases.clear();
    posts.clear();
    incidents.clear();
    received = 0;
    learned = false;
    watched.clear();
    rung = false;
    offered = false;
    flows = false;
    all = false;
    newsMoved = false;
    unsaid = false;
    return part;
  }
}
