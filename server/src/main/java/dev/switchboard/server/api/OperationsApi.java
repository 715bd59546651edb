package dev.switchboard.server.api;

import dev.switchboard.server.floor.Floors;
import dev.switchboard.store.reads.FlowReads;
import dev.switchboard.store.reads.FlowShare;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the floor does, as figures. */
@RestController
public final class OperationsApi {
  private static final int MAX_HOURS = 24 * 31;

  private final FlowReads flow;
  private final Floors floors;
  private final InstantSource clock;

  public OperationsApi(FlowReads flow, Floors floors, InstantSource clock) {
    this.flow = flow;
    this.floors = floors;
    this.clock = clock;
  }

  record Flowed(Instant since, long answered, long flowed, @Nullable Double share) {}

  /** The share of the work answered in the last hours that needed nobody out of the ordinary. */
  @GetMapping("/api/v1/operations/flow")
  Flowed flow(
      @RequestParam(required = false) @Nullable String brand,
      @RequestParam(defaultValue = "24") int hours) {
    if (hours < 1 || hours > MAX_HOURS) {
      throw new IllegalArgumentException(
          "hours must be between 1 and %d, not %d".formatted(MAX_HOURS, hours));
    }
    FlowShare share = flow.share(brand, clock.instant().minus(Duration.ofHours(hours)));
    return new Flowed(
        share.since(),
        share.answered(),
        share.flowed(),
        share.share().isEmpty() ? null : share.share().getAsDouble());
  }

  /** What waits, who is there and how full they are, what needs somebody. */
  @GetMapping("/api/v1/operations/floor")
  FloorJson.Floor floor(@RequestParam(required = false) @Nullable String brand) {
    return FloorJson.of(floors.now(brand));
  }

  /** How long those waited who asked in the last 24 hours, by reach, language and network. */
  @GetMapping("/api/v1/operations/fairness")
  FloorJson.Fairness fairness(@RequestParam(required = false) @Nullable String brand) {
    return FloorJson.of(floors.waits(brand));
  }
}
