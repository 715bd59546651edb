package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.Example;

class FairnessTest {
  private final Fairness fairness = new Fairness();
  private final SplittableRandom random = new SplittableRandom(11);

  @Example
  void waitsAreToldByReachLanguageAndNetwork() {
    for (int minutes = 1; minutes <= 100; minutes++) {
      fairness.add(10L, "de-AT", "mastodon", Duration.ofMinutes(minutes));
    }
    fairness.add(null, null, "reddit", Duration.ofSeconds(10));
    Waits quiet = fairness.byReach().getOrDefault(Reach.UNDER_1K, new Waits());
    assertThat(quiet.count()).isEqualTo(100);
    assertThat(quiet.quantile(0.5).toMinutes()).isBetween(50L, 55L);
    assertThat(quiet.quantile(0.99).toMinutes()).isBetween(99L, 109L);
    assertThat(fairness.byLanguage()).containsOnlyKeys("de", "unknown");
    assertThat(fairness.byNetwork()).containsOnlyKeys("mastodon", "reddit");
    assertThat(new Waits().quantile(0.5)).isEqualTo(Duration.ZERO);
  }

  @Example
  void whereTheLoudAreServedFirstThereIsAnAlarm() {
    people(300, 20_000, "de", 10);
    people(300, 200, "de", 20);
    assertThat(fairness.findLoudFirst())
        .hasValueSatisfying(
            alarm -> {
              assertThat(alarm.z()).isNegative();
              assertThat(alarm.loudShorter()).isBetween(0.55, 0.75);
              assertThat(alarm.words()).contains("waited less", "300 with 300");
            });
  }

  @Example
  void whereAllWaitAlikeThereIsNone() {
    people(300, 20_000, "de", 10);
    people(300, 200, "de", 10);
    assertThat(fairness.findLoudFirst()).isEmpty();
  }

  @Example
  void thatTheQuietAreServedFirstIsNone() {
    people(300, 20_000, "de", 20);
    people(300, 200, "de", 10);
    assertThat(fairness.findLoudFirst()).isEmpty();
  }

  @Example
  void thatTheLoudWriteInALanguageThatIsAnsweredSoonerIsNone() {
    people(300, 20_000, "en", 5);
    people(60, 200, "en", 5);
    people(60, 20_000, "pl", 50);
    people(300, 200, "pl", 50);
    assertThat(fairness.findLoudFirst()).isEmpty();
  }

  @Example
  void aFewTellNothing() {
    people(49, 20_000, "de", 1);
    people(1_000, 200, "de", 100);
    assertThat(fairness.findLoudFirst()).isEmpty();
  }

  @Example
  void byHandTheShareOfShorterWaitsIsThatOfPairs() {
    RankSums test = new RankSums();
    Waits loud = new Waits();
    Waits quiet = new Waits();
    for (int i = 0; i < 50; i++) {
      // Each loud one waits 1 s or 4 s, each quiet one 2 s: shorter in half of the pairs.
      loud.add(Duration.ofSeconds(i % 2 == 0 ? 1 : 4));
      quiet.add(Duration.ofSeconds(2));
    }
    test.add(Map.of(Reach.OVER_10K, loud, Reach.UNDER_1K, quiet));
    assertThat(test.findAlarm()).isEmpty();
    loud.add(Duration.ofSeconds(1));
    for (int i = 0; i < 49; i++) {
      loud.add(Duration.ofSeconds(1));
    }
    test.add(Map.of(Reach.OVER_10K, loud, Reach.UNDER_1K, quiet));
    // Pairs: 50 * 50 of which half, and 100 * 50 of which three quarters.
    assertThat(test.findAlarm())
        .hasValueSatisfying(
            alarm -> assertThat(alarm.loudShorter()).isCloseTo(5_000 / 7_500.0, within(1e-12)));
  }

  private void people(int count, long followers, String language, int meanMinutes) {
    for (int i = 0; i < count; i++) {
      double minutes = -meanMinutes * Math.log(1 - random.nextDouble());
      fairness.add(followers, language, "x", Duration.ofMillis((long) (minutes * 60_000)));
    }
  }
}
