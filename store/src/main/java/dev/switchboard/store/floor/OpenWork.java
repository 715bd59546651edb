package dev.switchboard.store.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the cases stand, and how the last hour went.
 *
 * @param oldestWaiting when the customer asked who has waited longest; null if nobody waits
 * @param waitingByAge how many wait for less than each of {@link #BANDS}, and last how many for
 *     longer; together {@code waiting}
 * @param came how many cases came in the last hour, by when the customer wrote
 * @param answered how many had the first answer in the last hour, an imported history aside
 */
public record OpenWork(
    long waiting,
    long claimed,
    long pending,
    long answeredOpen,
    @Nullable Instant oldestWaiting,
    List<Long> waitingByAge,
    long came,
    long answered) {
  /** Bounds of the ages by which those who wait are counted, ascending. */
  public static final List<Duration> BANDS =
      List.of(
          Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24));

  public OpenWork {
    waitingByAge = List.copyOf(waitingByAge);
    if (waitingByAge.size() != BANDS.size() + 1) {
      throw new IllegalArgumentException(
          "there are %d ages, not %d".formatted(BANDS.size() + 1, waitingByAge.size()));
    }
  }
}
