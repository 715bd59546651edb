package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Under the null the bets don't grow, by simulation with fixed seeds. */
class EvidenceIsFairTest {
  private static final int RUNS = 20_000;

  /**
   * A stake of 1 on a Poisson stream at just the expected rate is worth at most 1 on average. The
   * mean is heavy-tailed, so it is taken after few reports; the slack is four standard errors.
   */
  @Test
  void aStakeIsWorthNoMoreThanItWasWhileTheRateIsAsExpected() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < RUNS; run++) {
      double worth = worthAfter(random, 1.0);
      sum += worth;
      squares += worth * worth;
    }
    double mean = sum / RUNS;
    double error = Math.sqrt((squares / RUNS - mean * mean) / RUNS);
    assertThat(mean).isLessThan(1 + 4 * error);
    assertThat(mean).isGreaterThan(0);
  }

  /** Ville: the chance that a stake of 1 is ever worth 20 is at most one in twenty. */
  @Test
  void aStakeSeldomBecomesTwentyTimesItself() {
    SplittableRandom random = new SplittableRandom(2);
    int reached = 0;
    for (int run = 0; run < RUNS; run++) {
      reached += reaches(random, 20, 60) ? 1 : 0;
    }
    assertThat(reached / (double) RUNS).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / RUNS));
    assertThat(reached).isPositive();
  }

  /** In a storm: however many reports come, a stream of a constant share wins nothing. */
  @Test
  void inAStormAStakeIsWorthNoMoreThanItWasWhileTheShareIsAsExpected() {
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < RUNS; run++) {
      double worth = worthInStorm(random, 200, 0.03);
      sum += worth;
      squares += worth * worth;
    }
    double mean = sum / RUNS;
    double error = Math.sqrt((squares / RUNS - mean * mean) / RUNS);
    assertThat(mean).isLessThan(1 + 4 * error).isPositive();
  }

  /** In a storm of a few reports an hour, where the clock goes by time. */
  @Test
  void inASlowStormAStakeIsWorthNoMoreThanItWasWhileTheShareIsAsExpected() {
    SplittableRandom random = new SplittableRandom(6);
    double sum = 0;
    for (int run = 0; run < RUNS; run++) {
      double worth = worthInSlowStorm(random, 40, 0.1);
      sum += worth;
    }
    assertThat(sum / RUNS).isLessThan(1).isPositive();
  }

  /** As {@link StormShare} says, a stream may have half more than its share. */
  private static double worthInSlowStorm(SplittableRandom random, int reports, double share) {
    Storm storm = new Storm();
    double at = 0;
    for (int i = 0; i < 32; i++) {
      storm.pass(at += -Math.log(1 - random.nextDouble()) / 3);
    }
    storm.begin(1);
    Bets bets = new Bets();
    bets.stake(1);
    double reading = storm.hours();
    for (int i = 0; i < reports; i++) {
      storm.pass(at += -Math.log(1 - random.nextDouble()) / 3);
      assertThat(storm.wentByReports()).isFalse();
      if (random.nextDouble() < share) {
        bets.pass(Fading.after(storm.hours() - reading));
        bets.play(1.5 * share * storm.perHour(3));
        reading = storm.hours();
      }
    }
    bets.pass(Fading.after(storm.hours() - reading));
    return bets.play(Double.POSITIVE_INFINITY);
  }

  private static double worthInStorm(SplittableRandom random, int reports, double share) {
    Storm storm = new Storm();
    storm.begin(1);
    Bets bets = new Bets();
    bets.stake(1);
    double reading = storm.hours();
    for (int i = 0; i < reports; i++) {
      storm.pass(i / 1e6);
      if (random.nextDouble() < share) {
        bets.pass(Fading.after(0, storm.hours() - reading));
        bets.play(share * Storm.PER_HOUR);
        reading = storm.hours();
      }
    }
    bets.pass(Fading.after(0, storm.hours() - reading));
    return bets.play(Double.POSITIVE_INFINITY);
  }

  @Test
  void aStakeGrowsWhileAnIncidentIsOn() {
    SplittableRandom random = new SplittableRandom(3);
    int reached = 0;
    for (int run = 0; run < 1_000; run++) {
      Bets bets = new Bets();
      bets.stake(1);
      double worth = 1;
      for (int i = 0; i < 10; i++) {
        worth = playAfter(-Math.log(1 - random.nextDouble()) / 20, bets, 0.5);
      }
      reached += worth > 20 ? 1 : 0;
    }
    assertThat(reached).isGreaterThan(950);
  }

  /** The bet on ranks: among exchangeable texts it pays no more than 1 on average. */
  @Test
  void aThemesBetPaysNoMoreThanOneAmongLikeTexts() {
    SplittableRandom random = new SplittableRandom(4);
    double sum = 0;
    int count = 4_000;
    for (int run = 0; run < count; run++) {
      WordRows rows = new WordRows();
      PastTexts past = new PastTexts(rows);
      for (int i = 0; i < 60; i++) {
        past.add(i / 10.0, text(random), (_, _) -> {});
      }
      Theme theme = new Theme(1, 0);
      theme.begin(new Sighting(6, 1, 1), text(random), 1, rows, past);
      int[] weight = new int[1];
      int[] next = text(random);
      rows.addWeights(next, weight);
      // At the very moment no time has passed: what is paid is (1 + added × pays) on each bet.
      double rank = theme.rank(weight[0] * PastTexts.part(next), past.size());
      double worth = theme.play(Bets.kept(Fading.NONE), rank, 1);
      double added = 0;
      for (int bet = 0; bet < Bets.COUNT; bet++) {
        added += Bets.added(bet) * Bets.weight(bet);
      }
      sum += (worth - 1) / added;
    }
    assertThat(sum / count).isLessThan(1.1).isPositive();
  }

  private static int[] text(SplittableRandom random) {
    return random.ints(8, 1, 60).distinct().toArray();
  }

  private static double worthAfter(SplittableRandom random, double hours) {
    Bets bets = new Bets();
    bets.stake(1);
    double at = 0;
    double gap = -Math.log(1 - random.nextDouble()) / 4;
    while (at + gap < hours) {
      playAfter(gap, bets, 4);
      at += gap;
      gap = -Math.log(1 - random.nextDouble()) / 4;
    }
    // Played at the end against an endless rate, so that the report itself pays nothing.
    return playAfter(hours - at, bets, Double.POSITIVE_INFINITY);
  }

  private static boolean reaches(SplittableRandom random, double goal, int reports) {
    Bets bets = new Bets();
    bets.stake(1);
    for (int i = 0; i < reports; i++) {
      if (playAfter(-Math.log(1 - random.nextDouble()) / 4, bets, 4) >= goal) {
        return true;
      }
    }
    return false;
  }

  private static double playAfter(double hours, Bets bets, double expectedPerHour) {
    bets.pass(Fading.after(hours));
    return bets.play(expectedPerHour);
  }
}
