package dev.switchboard.engine.incident.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.cause.BlastRadius.Step;
import dev.switchboard.engine.incident.cause.BlastRadius.TouchedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
  @Test
  void aFailureReachesWhatDependsOnItNearestFirst() {
    assertThat(BlastRadius.of("ledger", Storm.MAP, List.of()).services())
        .containsExactly(
            new TouchedService("ledger", 0),
            new TouchedService("payments", 1),
            new TouchedService("checkout", 2));
    assertThat(BlastRadius.of(null, Storm.MAP, List.of()).services()).isEmpty();
    assertThat(BlastRadius.of("elsewhere", Storm.MAP, List.of()).services())
        .containsExactly(new TouchedService("elsewhere", 0));
  }

  @Test
  void customersCountOnceWhateverTheyWrite() {
    BlastRadius radius =
        BlastRadius.of(
            "checkout",
            Storm.MAP,
            List.of(
                said("ann", 0, 100, "eu"),
                said("ann", 3, 120, "eu"),
                said("bob", 4, null, "us"),
                said("cem", 5, 10, "eu"),
                said("dee", 6, 1, null)));
    assertThat(radius.customersSeen()).isEqualTo(4);
    assertThat(radius.reach()).isEqualTo(131);
    assertThat(radius.regions()).containsExactly(Map.entry("eu", 2), Map.entry("us", 1));
    assertThat(radius.products()).isEmpty();
  }

  @Test
  void theBoundOnCustomersUnseenIsChaos() {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      sightings.add(said("once" + i, i, null, null));
    }
    assertThat(BlastRadius.of(null, Storm.MAP, sightings).customersUnseenAtLeast()).isZero();
    for (int i = 0; i < 4; i++) {
      sightings.add(said("twice" + i, i, null, null));
      sightings.add(said("twice" + i, i + 5, null, null));
    }
    // 10 · 9 / (2 · (4 + 1))
    assertThat(BlastRadius.of(null, Storm.MAP, sightings).customersUnseenAtLeast()).isEqualTo(9);
  }

  @Test
  void theCourseHoldsEachReportOnceAtEqualSteps() {
    BlastRadius radius =
        BlastRadius.of(
            null,
            Storm.MAP,
            List.of(said("cem", 2, 0, null), said("ann", 0, 0, null), said("ann", 2, 0, null)));
    assertThat(radius.course())
        .containsExactly(
            new Step(Storm.NOON, 1, 1),
            new Step(Storm.NOON.plus(Duration.ofMinutes(1)), 0, 1),
            new Step(Storm.NOON.plus(Duration.ofMinutes(2)), 2, 2));
  }

  @Test
  void aLongCourseHasBoundedSteps() {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      sightings.add(said("author" + i, i * 7, null, null));
    }
    List<Step> course = BlastRadius.of(null, Storm.MAP, sightings).course();
    assertThat(course).hasSizeLessThanOrEqualTo(BlastRadius.MAX_STEPS);
    assertThat(course.stream().mapToInt(Step::reports).sum()).isEqualTo(1_000);
    assertThat(course.getLast().customers()).isEqualTo(1_000);
  }

  private static Sighting said(
      String author, int minute, @Nullable Integer followers, @Nullable String region) {
    return new Sighting(
        author, Storm.NOON.plus(Duration.ofMinutes(minute)), followers, region, null, null);
  }
}
