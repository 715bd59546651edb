package dev.switchboard.engine.incident.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class CausePropertyTest {
  private static final int TRIES = 60;
  private static final List<String> SERVICES =
      List.of("checkout", "payments", "ledger", "search", "delivery", "elsewhere");

  @Property(tries = TRIES)
  void probabilitiesSumToOne(@ForAll long seed, @ForAll @IntRange(max = 12) int count) {
    CauseRanking ranking = rank(changes(seed, count), 0);
    double sum = ranking.noneOfThese();
    for (LikelyCause cause : ranking.causes()) {
      assertThat(cause.probability()).isBetween(0.0, 1.0);
      assertThat(cause.reasons()).isNotEmpty();
      sum += cause.probability();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(ranking.causes()).hasSize(count);
  }

  @Property(tries = TRIES)
  void whatStartsAfterTheOnsetsUpperBoundHasNoProbability(@ForAll long seed) {
    CauseRanking ranking = rank(changes(seed, 12), 0);
    for (LikelyCause cause : ranking.causes()) {
      boolean late = cause.change().startedAt().isAfter(ranking.onset().latest());
      assertThat(cause.vetoed()).isEqualTo(late);
      if (late) {
        assertThat(cause.probability()).isZero();
      }
    }
  }

  @Property(tries = TRIES)
  void theOrderOfChangesDoesNotMatter(@ForAll long seed) {
    List<Change> changes = changes(seed, 8);
    List<Change> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(rank(shuffled, 0)).isEqualTo(rank(changes, 0));
  }

  @Property(tries = TRIES)
  void movingAllTimesMovesTheOnsetAndNothingElse(
      @ForAll long seed, @ForAll @IntRange(min = -5_000, max = 5_000) int minutes) {
    List<Change> changes = changes(seed, 8);
    List<Change> moved = changes.stream().map(change -> moved(change, minutes)).toList();
    CauseRanking before = rank(changes, 0);
    CauseRanking after = rank(moved, minutes);
    assertThat(probabilities(after)).isEqualTo(probabilities(before));
    assertThat(after.onset().at()).isEqualTo(before.onset().at().plus(Duration.ofMinutes(minutes)));
  }

  @Property(tries = TRIES)
  void aVetoedChangeAltersNothingElse(@ForAll long seed, @ForAll @IntRange(max = 5) int service) {
    List<Change> changes = changes(seed, 8);
    CauseRanking without = rank(changes, 0);
    List<Change> more = new ArrayList<>(changes);
    Instant late = without.onset().latest().plusSeconds(30);
    more.add(change("late", SERVICES.get(service), "eu", late));
    CauseRanking with = rank(more, 0);
    Map<String, Double> probabilities = probabilities(with);
    assertThat(probabilities.remove("late")).isEqualTo(0.0);
    assertThat(probabilities).isEqualTo(probabilities(without));
    assertThat(with.onset()).isEqualTo(without.onset());
  }

  private static Map<String, Double> probabilities(CauseRanking ranking) {
    Map<String, Double> probabilities = new TreeMap<>();
    ranking.causes().forEach(cause -> probabilities.put(cause.change().id(), cause.probability()));
    probabilities.put("none of these", ranking.noneOfThese());
    return probabilities;
  }

  private static CauseRanking rank(List<Change> changes, int movedMinutes) {
    Duration moved = Duration.ofMinutes(movedMinutes);
    List<Report> reports =
        Storm.reports("eu").stream()
            .map(r -> new Report(r.at().plus(moved), r.words(), r.region(), null, null))
            .toList();
    IncidentEvidence evidence =
        new IncidentEvidence(
            Storm.NOON.plus(moved), Storm.UNTIL.plus(moved), reports, Storm.usual());
    return new CauseRanker(Storm.MAP, CauseSettings.DEFAULT).rank(evidence, changes);
  }

  private static List<Change> changes(long seed, int count) {
    Random random = new Random(seed);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(
          change(
              "change-" + i,
              SERVICES.get(random.nextInt(SERVICES.size())),
              random.nextBoolean() ? null : random.nextBoolean() ? "eu" : "us",
              Storm.NOON.plusSeconds(random.nextInt(10_800))));
    }
    return changes;
  }

  private static Change change(String id, String service, @Nullable String region, Instant at) {
    return new Change(id, ChangeType.DEPLOY, service, null, region, null, at, null, "");
  }

  private static Change moved(Change change, int minutes) {
    Instant start = change.startedAt().plus(Duration.ofMinutes(minutes));
    return change(change.id(), change.service(), change.region(), start);
  }
}
