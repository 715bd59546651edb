package dev.switchboard.server.console.live;

import dev.switchboard.server.live.EventTail;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import dev.switchboard.store.triage.TriageReads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts by state, shared by all pages and streams: however many there are, the database counts at
 * most twice a second, and for at most a fifth of the time. Any thread.
 */
public final class LiveCounts {
  private static final long MIN_PAUSE_NANOS = Duration.ofMillis(500).toNanos();
  private static final int PAUSE_PER_WORK = 4;
  private static final int MAX_BRANDS = 200;
  private static final String ALL = "";

  private final CaseReads reads;
  private final TriageReads triage;
  private final IncidentReads incidents;
  private final EventTail tail;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Counted> known = new ConcurrentHashMap<>();
  private long nextNanos = System.nanoTime();

  public LiveCounts(CaseReads reads, TriageReads triage, IncidentReads incidents, EventTail tail) {
    this.reads = reads;
    this.triage = triage;
    this.incidents = incidents;
    this.tail = tail;
  }

  /**
   * Counts that contain every event up to {@code seq}, and perhaps some after it.
   *
   * @param incidents how many go on
   * @param held how many cases each person holds or has a reply under way for
   */
  public record Counted(
      StateCounts counts, TriageCounts triage, int incidents, Map<String, Integer> held, long seq) {
    /** Whether a page of this person shows the same. */
    boolean isSame(Counted other, String person) {
      return heldBy(person) == other.heldBy(person)
          && counts.equals(other.counts)
          && triage.equals(other.triage)
          && incidents == other.incidents;
    }

    public int heldBy(String person) {
      return held.getOrDefault(person, 0);
    }
  }

  /**
   * Counts of a brand, or of all; they may be older than {@code seq} if it is too soon to count
   * again.
   */
  public Counted counts(@Nullable String brand, long seq) throws InterruptedException {
    String key = brand == null ? ALL : brand;
    Counted recent = known.get(key);
    if (recent != null && recent.seq() >= seq) {
      return recent;
    }
    if (recent != null && !lock.tryLock()) {
      // Somebody counts: what they find is told with the next frame.
      return recent;
    }
    if (recent == null) {
      lock.lock();
    }
    try {
      Counted last = known.get(key);
      if (last != null && (last.seq() >= seq || System.nanoTime() - nextNanos < 0)) {
        return last;
      }
      if (known.size() >= MAX_BRANDS) {
        known.clear();
      }
      return count(key, brand);
    } finally {
      lock.unlock();
    }
  }

  private Counted count(String key, @Nullable String brand) throws InterruptedException {
    long begun = System.nanoTime();
    // First the number, then the counts: what is settled is surely counted.
    long seq = tail.settled();
    Counted counted =
        new Counted(
            reads.counts(brand),
            triage.counts(brand),
            incidents.countLive(brand),
            reads.held(brand),
            seq);
    known.put(key, counted);
    long ended = System.nanoTime();
    nextNanos = ended + Math.max(MIN_PAUSE_NANOS, (ended - begun) * PAUSE_PER_WORK);
    return counted;
  }
}
