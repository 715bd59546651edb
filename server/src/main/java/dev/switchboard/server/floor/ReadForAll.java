package dev.switchboard.server.floor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read once for all who ask: however many there are, the database works for them at most a
 * fifth of the time, and what they see is at most a pause and a reading old. Any thread.
 */
public final class ReadForAll<T> {
  private static final int MAX_KEYS = 200;
  private static final int PAUSE_PER_WORK = 4;
  private static final String ALL = "";

  private final long minPauseNanos;
  private final Function<@Nullable String, T> reading;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Known<T>> known = new ConcurrentHashMap<>();

  /** What was read, and until when it is good. */
  private record Known<T>(T value, long untilNanos) {
    boolean isGood() {
      return System.nanoTime() - untilNanos < 0;
    }
  }

  /**
   * @param minPause what was read is good for so long at least
   * @param reading reads it of a brand or whatever else it is told apart by, or of all if that is
   *     null
   */
  public ReadForAll(Duration minPause, Function<@Nullable String, T> reading) {
    this.minPauseNanos = minPause.toNanos();
    this.reading = reading;
  }

  /** Of a brand or the like, or of all if it is null. */
  public T of(@Nullable String brand) {
    String key = brand == null ? ALL : brand;
    Known<T> last = known.get(key);
    if (last != null && (last.isGood() || !lock.tryLock())) {
      // Good enough, or somebody else reads it anew just now.
      return last.value();
    }
    if (last == null) {
      lock.lock();
    }
    try {
      Known<T> meanwhile = known.get(key);
      return meanwhile != null && meanwhile.isGood() ? meanwhile.value() : read(key, brand);
    } finally {
      lock.unlock();
    }
  }

  private T read(String key, @Nullable String brand) {
    if (known.size() >= MAX_KEYS) {
      known.clear();
    }
    long begun = System.nanoTime();
    T value = reading.apply(brand);
    long ended = System.nanoTime();
    long pause = Math.max(minPauseNanos, (ended - begun) * PAUSE_PER_WORK);
    known.put(key, new Known<>(value, ended + pause));
    return value;
  }
}
