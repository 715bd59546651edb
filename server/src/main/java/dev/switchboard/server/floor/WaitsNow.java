package dev.switchboard.server.floor;

import dev.switchboard.engine.routing.Fairness;
import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.engine.routing.Reach;
import dev.switchboard.engine.routing.Waits;
import dev.switchboard.store.floor.AskedWaits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long customers waited who asked between two moments, by reach, language and network.
 *
 * @param all false if only the latest of them were counted
 * @param byReach one for each band, from the quiet to the loud; nobody of some, perhaps
 * @param byLanguage those with the most customers first, as is {@code byNetwork}
 * @param loudFirst the alarm that the loud are served first; null while there is no reason for it
 */
public record WaitsNow(
    Instant since,
    Instant until,
    int cases,
    boolean all,
    List<Wait> byReach,
    List<Wait> byLanguage,
    List<Wait> byNetwork,
    @Nullable LoudFirst loudFirst) {
  private static final int MAX_LISTED = 20;
  private static final double HALF = 0.5;
  private static final double NINE_OF_TEN = 0.9;

  /**
   * The waits of some.
   *
   * @param who a reach's name in lower case, a language's primary tag, or a network
   * @param median what half of them did not exceed, and {@code most} what nine of ten did not; zero
   *     if there are none
   */
  public record Wait(String who, long customers, Duration median, Duration most) {
    static Wait of(String who, Waits waits) {
      return new Wait(who, waits.count(), waits.quantile(HALF), waits.quantile(NINE_OF_TEN));
    }
  }

  static WaitsNow of(AskedWaits asked, Instant since, Instant until) {
    Fairness fairness = asked.fairness();
    Map<Reach, Waits> byReach = fairness.byReach();
    return new WaitsNow(
        since,
        until,
        asked.cases(),
        asked.all(),
        Arrays.stream(Reach.values())
            .map(reach -> Wait.of(word(reach), byReach.getOrDefault(reach, new Waits())))
            .toList(),
        listed(fairness.byLanguage()),
        listed(fairness.byNetwork()),
        fairness.findLoudFirst().orElse(null));
  }

  /** How a reach is called in the API; part of the contract. */
  private static String word(Reach reach) {
    return switch (reach) {
      case UNKNOWN -> "unknown";
      case UNDER_1K -> "under1k";
      case UNDER_10K -> "under10k";
      case OVER_10K -> "over10k";
    };
  }

  /** What people read for a band, before "followers". */
  public static String label(String who) {
    return Arrays.stream(Reach.values())
        .filter(reach -> word(reach).equals(who))
        .map(Reach::label)
        .findFirst()
        .orElse(who);
  }

  private static List<Wait> listed(Map<String, Waits> waits) {
    return waits.entrySet().stream()
        .map(entry -> Wait.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Wait::customers).reversed().thenComparing(Wait::who))
        .limit(MAX_LISTED)
        .toList();
  }

  public Optional<LoudFirst> findLoudFirst() {
    return Optional.ofNullable(loudFirst);
  }
}
