package dev.switchboard.engine.routing.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A day as it comes: what is written, and who is there. Both depend on the scenario and the seed
 * alone, and not on who routes.
 */
record Day(
    Scenario scenario, long seed, Mix mix, List<SimulatedCase> cases, List<SimulatedAgent> agents) {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;

  private static final double[] BY_HOUR = {
    1.2, .8, .6, .5, .6, 1.2, 2.6, 4.2, 5.4, 6.0, 6.2, 6.0, 5.8, 5.6, 5.5, 5.5, 5.6, 5.8, 5.9, 5.6,
    5.0, 4.2, 3.0, 2.0
  };
  private static final List<String> NETWORKS =
      List.of("x", "instagram", "bluesky", "mastodon", "reddit");
  private static final double[] BY_NETWORK = {.42, .25, .15, .1, .08};
  private static final double[] BY_LEVEL = {.55, .3, .15};
  private static final long[] ALLOWED_MINUTES = {20, 60, 240};
  private static final double[] BY_ALLOWED = {.2, .55, .25};
  private static final double[] BY_FOLLOW_UPS = {.78, .16, .06};
  private static final double DIRECT = .25;
  private static final double FOLLOWERS_UNSAID = .05;
  private static final int QUARTERS_AN_HOUR = 4;
  private static final int HOURS_A_DAY = 24;

  static Day draw(Scenario scenario, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedCase> cases = cases(scenario, random.split());
    List<SimulatedAgent> team = Team.draw(scenario, Mix.MADE_UP, random.split());
    return new Day(scenario, seed, Mix.MADE_UP, cases, team);
  }

  private static List<SimulatedCase> cases(Scenario scenario, SplittableRandom random) {
    double[] weights = new double[scenario.hours() * QUARTERS_AN_HOUR];
    for (int i = 0; i < weights.length; i++) {
      int hour = i / QUARTERS_AN_HOUR % HOURS_A_DAY;
      weights[i] = BY_HOUR[hour] * times(scenario, (i + .5) / QUARTERS_AN_HOUR);
    }
    long[] arrivals = new long[scenario.posts()];
    int needing = 0;
    double[] cumulated = cumulated(weights);
    for (int i = 0; i < scenario.posts(); i++) {
      long at = arrival(random, cumulated);
      if (random.nextDouble() < scenario.needHelp()) {
        arrivals[needing++] = at;
      }
    }
    Arrays.sort(arrivals, 0, needing);
    List<SimulatedCase> cases = new ArrayList<>(needing);
    for (int i = 0; i < needing; i++) {
      cases.add(drawCase(i, arrivals[i], scenario, random));
    }
    return cases;
  }

  private static double times(Scenario scenario, double hour) {
    double times = 1;
    for (Scenario.Surge surge : scenario.surges()) {
      times *= hour >= surge.fromHour() && hour < surge.toHour() ? surge.times() : 1;
    }
    return times;
  }

  private static double[] cumulated(double[] weights) {
    double[] sums = weights.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  private static long arrival(SplittableRandom random, double[] cumulated) {
    double left = random.nextDouble() * cumulated[cumulated.length - 1];
    int quarter = Arrays.binarySearch(cumulated, left);
    int at = Math.min(cumulated.length - 1, quarter < 0 ? -quarter - 1 : quarter + 1);
    return (long) ((at + random.nextDouble()) * HOUR / QUARTERS_AN_HOUR);
  }

  private static SimulatedCase drawCase(
      int number, long at, Scenario scenario, SplittableRandom random) {
    Mix mix = Mix.MADE_UP;
    String topic = topic(scenario, at / (double) HOUR, random);
    boolean direct = random.nextDouble() < DIRECT;
    double work = Chance.logNormal(random, mix.workMinutes(topic), .5);
    boolean unsaid = random.nextDouble() < FOLLOWERS_UNSAID;
    long followers = (long) Chance.logNormal(random, 250, 2);
    return new SimulatedCase(
        number,
        at,
        mix.brands().get(Chance.pick(random, mix.byBrand())),
        mix.languages().get(Chance.pick(random, mix.byLanguage())),
        topic,
        NETWORKS.get(Chance.pick(random, BY_NETWORK)),
        direct,
        1 + Chance.pick(random, BY_LEVEL),
        ALLOWED_MINUTES[Chance.pick(random, BY_ALLOWED)] * MINUTE,
        Math.max(MINUTE / 4, (long) (work * MINUTE)),
        unsaid ? null : Long.valueOf(followers),
        Chance.pick(random, BY_FOLLOW_UPS),
        gap(random));
  }

  private static long gap(SplittableRandom random) {
    return (long) ((5 + 85 * random.nextDouble()) * MINUTE);
  }

  /** What a post does not show, drawn as for a case that is made up. */
  record Unseen(int level, long allowedMillis, long workMillis, long gapMillis) {
    static Unseen draw(double workMinutes, SplittableRandom random) {
      double work = Chance.logNormal(random, workMinutes, .5);
      return new Unseen(
          1 + Chance.pick(random, BY_LEVEL),
          ALLOWED_MINUTES[Chance.pick(random, BY_ALLOWED)] * MINUTE,
          Math.max(MINUTE / 4, (long) (work * MINUTE)),
          gap(random));
    }
  }

  private static String topic(Scenario scenario, double hour, SplittableRandom random) {
    int usual = Chance.pick(random, Mix.MADE_UP.byTopic());
    double chance = random.nextDouble();
    for (Scenario.Surge surge : scenario.surges()) {
      if (hour >= surge.fromHour() && hour < surge.toHour() && chance < surge.share()) {
        return surge.topic();
      }
    }
    return Mix.MADE_UP.topics().get(usual);
  }
}
