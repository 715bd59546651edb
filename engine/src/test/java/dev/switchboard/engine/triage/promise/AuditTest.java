package dev.switchboard.engine.triage.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AuditTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final double THRESHOLD = 0.1;

  @Property(tries = 50)
  void noHourTakesMoreThanTwiceItsBudget(
      @ForAll @IntRange(min = 1, max = 50) int budget, @ForAll long seed) {
    AuditSampler sampler = new AuditSampler(new AuditPlan(budget, seed));
    for (int hour = 0; hour < 3; hour++) {
      int taken = 0;
      for (int i = 0; i < 2_000; i++) {
        Instant now = NINE.plusSeconds(hour * 3_600L + i);
        taken += sampler.chanceIfTaken(hour * 10_000L + i, 0.05, THRESHOLD, now) > 0 ? 1 : 0;
      }
      assertThat(taken).isLessThanOrEqualTo(2 * budget);
    }
  }

  @Example
  void afterTheFirstHourTheBudgetIsMetAndTheDoubtfulAreSeenMore() {
    AuditSampler sampler = new AuditSampler(new AuditPlan(50, 3));
    int near = 0;
    int far = 0;
    for (int i = 0; i < 3_600 * 11; i++) {
      boolean isNear = i % 2 == 0;
      double p = isNear ? 0.09 : 0.01;
      double chance = sampler.chanceIfTaken(i, p, THRESHOLD, NINE.plusSeconds(i));
      if (i >= 3_600 && chance > 0) {
        near += isNear ? 1 : 0;
        far += isNear ? 0 : 1;
      }
    }
    assertThat(near + far).isBetween(400, 600);
    assertThat(near).isGreaterThan(5 * far);
  }

  @Property(tries = 30)
  void aRestoredSamplerTakesTheSame(@ForAll long seed, @ForAll @IntRange(max = 3_000) int half) {
    AuditSampler sampler = new AuditSampler(new AuditPlan(20, seed));
    for (int i = 0; i < half; i++) {
      sampler.chanceIfTaken(i, 0.05, THRESHOLD, NINE.plusSeconds(i * 3L));
    }
    AuditSampler restored = AuditSampler.restore(sampler.snapshot());
    for (int i = half; i < half + 500; i++) {
      Instant now = NINE.plusSeconds(i * 3L);
      assertThat(restored.chanceIfTaken(i, 0.07, THRESHOLD, now))
          .isEqualTo(sampler.chanceIfTaken(i, 0.07, THRESHOLD, now));
    }
    assertThat(restored.snapshot()).isEqualTo(sampler.snapshot());
  }

  @Example
  void theEstimateIsRightOnAverageAndItsIntervalCovers() {
    Random random = new Random(7);
    int setAside = 2_000;
    boolean[] needed = new boolean[setAside];
    double[] chance = new double[setAside];
    int truth = 0;
    for (int i = 0; i < setAside; i++) {
      needed[i] = random.nextDouble() < 0.03;
      truth += needed[i] ? 1 : 0;
      chance[i] = needed[i] ? 0.3 : 0.05;
    }
    double sum = 0;
    int covered = 0;
    for (int draw = 0; draw < 500; draw++) {
      List<Audited> sample = new ArrayList<>();
      for (int i = 0; i < setAside; i++) {
        if (random.nextDouble() < chance[i]) {
          sample.add(new Audited(chance[i], needed[i]));
        }
      }
      AuditEstimate estimate = AuditEstimate.of(sample, setAside, 1_000);
      sum += estimate.missed();
      covered += estimate.missedLow() <= truth && truth <= estimate.missedHigh() ? 1 : 0;
    }
    assertThat(sum / 500).isCloseTo(truth, offset(truth * 0.05));
    assertThat(covered).isGreaterThan(450);
  }

  @Example
  void anAuditThatFindsManyMissesBreaksThePromise() {
    List<Audited> sample = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      sample.add(new Audited(0.5, i < 40));
    }
    assertThat(AuditEstimate.of(sample, 200, 300).breaks(Promise.DEFAULT)).isTrue();
    assertThat(AuditEstimate.of(sample.subList(0, 4), 4, 0).breaks(Promise.DEFAULT)).isFalse();
    assertThat(AuditEstimate.of(List.of(), 200, 300).breaks(Promise.DEFAULT)).isFalse();
    assertThat(AuditEstimate.of(List.of(), 200, 300).missedHigh()).isEqualTo(200);
  }
}
