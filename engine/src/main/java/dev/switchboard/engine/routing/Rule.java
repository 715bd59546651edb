package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which rule chose, with the figures that decided. */
public sealed interface Rule {
  /** Who answered the customer last, or whose reply to them was sent back. */
  record PreviousAgent(Instant answeredAt) implements Rule {}

  /**
   * Of those with room, who carries least for their capacity, then who has had no case for longest,
   * then the first by name.
   *
   * @param load what they held and were offered weighed together
   * @param capacity null: any weight; counted as 10
   */
  record LeastLoaded(int load, @Nullable Integer capacity, Instant idleSince) implements Rule {}

  /**
   * They had room, and of all waiting cases that they may take, the wait of this one cost most.
   *
   * @param age how long it had waited
   * @param allowed how long it may wait
   * @param cost see {@link DelayCost}
   * @param cases how many they could have taken
   */
  record CostliestWait(Duration age, Duration allowed, Duration handling, double cost, long cases)
      implements Rule {}

  default String words(String chosen) {
    return switch (this) {
      case PreviousAgent(var at) ->
          "%s wrote the last reply to this customer, at %s.".formatted(chosen, at);
      case LeastLoaded(var load, var capacity, var idleSince) ->
          "%s carried least: %d%s, and had been given no case since %s."
              .formatted(chosen, load, capacity == null ? "" : " of " + capacity, idleSince);
      case CostliestWait(var age, var allowed, _, _, var cases) ->
          String.format(
              Locale.ROOT,
              "%s had room, and of %d %s this one's wait cost most: %s of the %s that it may wait.",
              chosen,
              cases,
              cases == 1 ? "case" : "cases",
              minutes(age),
              minutes(allowed));
    };
  }

  private static String minutes(Duration time) {
    return time.toMinutes() + " min";
  }
}
