package dev.switchboard.engine.triage.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PromiseTest {
  @Example
  void boundsAreThoseOfClopperAndPearson() {
    assertThat(BinomialBound.upper(0, 10, 0.95)).isCloseTo(0.2589, offset(1e-4));
    assertThat(BinomialBound.upper(5, 100, 0.95)).isCloseTo(0.1023, offset(1e-4));
    assertThat(BinomialBound.upper(0, 299, 0.95)).isLessThanOrEqualTo(0.01);
    assertThat(BinomialBound.upper(0, 298, 0.95)).isGreaterThan(0.01);
    assertThat(BinomialBound.lower(10, 10, 0.95)).isCloseTo(1 - 0.2589, offset(1e-4));
    assertThat(BinomialBound.upper(3, 3, 0.95)).isEqualTo(1);
    assertThat(BinomialBound.upper(20, 100_000, 0.95)).isCloseTo(0.00029062, offset(1e-6));
  }

  @Example
  void onePercentTakes299PostsWithoutAMiss() {
    assertThat(Promise.DEFAULT.postsNeeded()).isEqualTo(299);

    SetAsideRule tooFew = SetAsideRule.of(Promise.DEFAULT, probabilities(298, 1));
    assertThat(tooFew.setsAside(0)).isFalse();
    assertThat(tooFew.postsMissing()).isEqualTo(1);
    SetAsideRule enough = SetAsideRule.of(Promise.DEFAULT, probabilities(299, 1));
    assertThat(enough.rank()).isEqualTo(1);
    assertThat(enough.shownBound()).isLessThanOrEqualTo(0.01);
    assertThat(enough.setsAside(0)).isTrue();
  }

  @Property(tries = 200)
  void noMoreOfTheMeasuringPostsFallBelowThanTheRankAllows(
      @ForAll @Size(min = 30, max = 800) List<@DoubleRange(max = 1) Double> help,
      @ForAll @IntRange(min = 1, max = 20) int percent,
      @ForAll Promise.Basis basis) {
    double[] probabilities = help.stream().mapToDouble(p -> p).toArray();
    Promise promise = new Promise(percent / 100.0, 0.95, basis);

    SetAsideRule rule = SetAsideRule.of(promise, probabilities);

    long below = Arrays.stream(probabilities).filter(rule::setsAside).count();
    assertThat(below).isLessThanOrEqualTo(Math.max(0, rule.rank() - 1));
    assertThat(rule.expectedMissShare()).isLessThanOrEqualTo(promise.alpha() + 1e-9);
    if (basis == Promise.Basis.CONFIDENT) {
      assertThat(rule.shownBound()).isLessThanOrEqualTo(promise.alpha());
    }
  }

  @Example
  void overManyDrawsTheMissShareIsWhatIsExpectedAndTheBoundHolds() {
    Random random = new Random(11);
    Promise promise = new Promise(0.05, 0.95, Promise.Basis.EXPECTED);
    int draws = 2_000;
    double sum = 0;
    int violated = 0;
    SetAsideRule rule = SetAsideRule.nothing(promise);
    for (int draw = 0; draw < draws; draw++) {
      // Uniform probabilities: the share below a threshold is the threshold.
      rule = SetAsideRule.of(promise, random.doubles(400).toArray());
      sum += rule.threshold();
      violated += rule.threshold() > rule.shownBound() ? 1 : 0;
    }
    assertThat(sum / draws).isCloseTo(rule.expectedMissShare(), offset(0.001));
    assertThat((double) violated / draws).isCloseTo(0.05, offset(0.015));
  }

  @Example
  void aPromiseOfHalfIsNone() {
    assertThatThrownBy(() -> new Promise(0.5, 0.95, Promise.Basis.EXPECTED))
        .hasMessageContaining("alpha");
  }

  private static double[] probabilities(int n, long seed) {
    return new Random(seed).doubles(n, 0.1, 1).toArray();
  }
}
