package dev.switchboard.store.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.engine.routing.Reach;
import dev.switchboard.engine.routing.Waits;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.Times;
import dev.switchboard.store.testing.SpineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits by reach: of those who were answered, and of those who wait still. */
class FairnessReadsTest extends SpineTest {
  private static final Instant CAME = Said.minute(60);
  private static final Instant NOW = Said.minute(180);
  private FairnessReads reads;

  @BeforeEach
  void reads() {
    reads = new FairnessReads(spine.jdbi);
  }

  @Test
  void whoStillWaitsCountsWithTheirWaitSoFar() {
    arrive(List.of(Said.asks("answered", 60).by("a"), Said.asks("waits", 60).by("b")));
    answer(List.of("answered"), 70);
    followers("answered", 50_000);
    followers("waits", 5);

    var waits = reads.waits("northwind", CAME, NOW);
    assertThat(waits.cases()).isEqualTo(2);
    assertThat(waits.all()).isTrue();
    var byReach = waits.fairness().byReach();
    // A wait is told to 9 %.
    assertThat(median(byReach.get(Reach.OVER_10K)))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    assertThat(median(byReach.get(Reach.UNDER_1K)))
        .isBetween(Duration.ofMinutes(120), Duration.ofMinutes(131));
    assertThat(waits.fairness().byNetwork()).containsOnlyKeys("memory");
  }

  private static Duration median(@Nullable Waits waits) {
    return Objects.requireNonNull(waits).quantile(.5);
  }

  @Test
  void whatEndedUnansweredWhatIsOlderAndWhatIsHistoryIsLeftOut() {
    arrive(List.of(Said.asks("closed", 60).by("a"), Said.asks("old", 30).by("b")));
    spine.act(caseOf("closed"), "ann", NOW, on -> spine.casework.close(on.file(), 0, NOW));
    spine.arrive(Origin.LIVE, NOW, Said.asks("q", 61).by("c"), Said.replies("a", 62).to("q"));

    assertThat(reads.waits(null, CAME, NOW).cases()).isZero();
    assertThat(reads.waits("southwind", Said.minute(0), NOW).cases()).isZero();
  }

  @Test
  void theLoudWhoAreServedFirstRaiseTheAlarm() {
    List<Said> all = new ArrayList<>();
    List<String> loud = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      all.add(Said.asks("p" + i, 60).by("customer " + i));
      if (i % 2 == 0) {
        loud.add("p" + i);
      }
    }
    arrive(all);
    answer(loud, 65);
    spine.jdbi.useHandle(
        h ->
            h.execute(
                """
                UPDATE posts SET followers =
                  CASE substr(external_id, 2)::int % 2 WHEN 0 THEN 90000 ELSE 9 END
                WHERE direction = 'in'
                """));

    var waits = reads.waits("northwind", CAME, NOW);
    LoudFirst alarm = waits.fairness().findLoudFirst().orElseThrow();
    assertThat(alarm.loud()).isEqualTo(60);
    assertThat(alarm.words()).contains("100 % of comparisons");
    var latest = reads.waits("northwind", CAME, NOW, 100);
    assertThat(latest.cases()).isEqualTo(100);
    assertThat(latest.all()).isFalse();
  }

  @Test
  void theAlarmIsRaisedOnceAndNotAgainForADayWhenSomebodyHasSeenIt() {
    arrive(List.of(Said.asks("a", 60)));
    FairnessAlarms alarms = new FairnessAlarms(spine.jdbi);
    Instant dayBefore = NOW.minus(Duration.ofDays(1));
    assertThat(alarms.raise("northwind", "The loud waited less.", dayBefore, NOW)).isTrue();
    assertThat(alarms.raise("northwind", "Even less.", dayBefore, NOW)).isFalse();
    assertThat(alarms.raise("nobody", "Less.", dayBefore, NOW)).isFalse();
    assertThat(spine.reads.exceptions("northwind"))
        .singleElement()
        .satisfies(row -> assertThat(row.reason()).isEqualTo("The loud waited less."));

    assertThat(alarms.clear("northwind", NOW)).isTrue();
    assertThat(alarms.clear("northwind", NOW)).isFalse();
    assertThat(alarms.raise("northwind", "Again.", dayBefore, NOW)).as("it was over").isTrue();
    spine.desk.person("lea");
    spine.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE exceptions SET cleared_at = :now, clearing = 'seen',
                      cleared_by = (SELECT id FROM people WHERE name = 'lea')
                    WHERE cleared_at IS NULL
                    """)
                .bind("now", Times.sql(NOW))
                .execute());
    assertThat(alarms.raise("northwind", "Once more.", dayBefore, NOW)).isFalse();
    Instant later = NOW.plus(Duration.ofDays(1)).plusSeconds(1);
    assertThat(alarms.raise("northwind", "A day later.", NOW.plusSeconds(1), later)).isTrue();
  }

  private void arrive(List<Said> posts) {
    spine.arrive(Origin.LIVE, CAME, posts.toArray(Said[]::new));
  }

  private void answer(List<String> posts, long minute) {
    spine.arrive(
        Origin.LIVE,
        NOW,
        posts.stream()
            .map(post -> Said.replies("re-" + post, minute).to(post))
            .toArray(Said[]::new));
  }

  private void followers(String post, int followers) {
    spine.jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE posts SET followers = :some WHERE external_id = :post")
                .bind("some", followers)
                .bind("post", post)
                .execute());
  }

  private long caseOf(String post) {
    return spine.number(
        "SELECT c.id FROM cases c JOIN posts p USING (conversation_id) WHERE p.external_id = '%s'"
            .formatted(post));
  }
}
