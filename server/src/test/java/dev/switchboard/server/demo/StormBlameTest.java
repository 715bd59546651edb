package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.Incident;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A headless run's day through the engine alone: who is blamed for the broken rebooking. */
class StormBlameTest {
  private static final Duration RUN = Duration.ofSeconds(60);
  private static final Map<Long, StormDay> PLAYED = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theDeployThatBrokeRebookingIsBlamedAndNoneOfTheInnocent(long seed) {
    StormDay day = played(seed);
    assertThat(day.blamed).isNotEmpty();
    assertThat(day.blamed)
        .allSatisfy(
            blamed -> {
              assertThat(blamed.change().service()).isEqualTo(ChangeScript.BROKEN);
              assertThat(blamed.during()).as("began in the storm").isNotNull();
            });
    assertThat(day.blamed)
        .anySatisfy(
            blamed -> {
              assertThat(blamed.probability()).isGreaterThan(0.7);
              assertThat(blamed.reports()).isLessThan(100);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theMorningIsQuietAndTheStormIsOneIncidentOfNoChange(long seed) {
    StormDay day = played(seed);
    Duration morning = DayShape.within(RUN).morning();
    assertThat(day.opened).allMatch(each -> each.at().isAfter(StormDay.START.plus(morning)));
    assertThat(day.incidents().stream().filter(each -> each.during() == null))
        .singleElement()
        .extracting(Incident::noneOfThese)
        .satisfies(none -> assertThat(none).isGreaterThan(0.5));
  }

  private static StormDay played(long seed) {
    return PLAYED.computeIfAbsent(seed, each -> StormDay.of(each, RUN));
  }
}
