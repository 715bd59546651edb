package dev.switchboard.server.floor;

import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.store.floor.FairnessAlarms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks now and then whether the loud are served first, and says so where people look: as an
 * exception of the brand, which goes when it is so no more. One thread.
 */
public final class FairnessWatch {
  /** Who has said that they have seen it is not told again for so long. */
  private static final Duration QUIET = Duration.ofDays(1);

  private static final int MAX_BRANDS = 200;

  private final Floors floors;
  private final FairnessAlarms alarms;
  private final Supplier<List<String>> brands;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param brands whose waits are judged; the first {@value #MAX_BRANDS} of them
   * @param committed called after each commit that changed something
   */
  public FairnessWatch(
      Floors floors,
      FairnessAlarms alarms,
      Supplier<List<String>> brands,
      InstantSource clock,
      Runnable committed) {
    this.floors = floors;
    this.alarms = alarms;
    this.brands = brands;
    this.clock = clock;
    this.committed = committed;
  }

  public void look() {
    brands.get().stream().limit(MAX_BRANDS).forEach(this::look);
  }

  private void look(String brand) {
    Optional<LoudFirst> loud = floors.waits(brand).findLoudFirst();
    Instant now = clock.instant();
    boolean changed =
        loud.isPresent()
            ? alarms.raise(brand, loud.get().words(), now.minus(QUIET), now)
            : alarms.clear(brand, now);
    if (changed) {
      committed.run();
    }
  }
}
