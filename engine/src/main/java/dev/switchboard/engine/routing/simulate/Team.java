package dev.switchboard.engine.routing.simulate;

import dev.switchboard.engine.routing.simulate.SimulatedAgent.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The people of a day, and of the morning after, when what is left is worked off. */
final class Team {
  private static final double SHIFT_HOURS = 8;
  private static final double NEWCOMERS = .2;
  private static final double NEWCOMERS_TAKE = 1.5;
  private static final double OF_ONE_BRAND = .3;
  private static final double ENGLISH_TOO = .8;

  private Team() {}

  static List<SimulatedAgent> draw(Scenario scenario, Mix mix, SplittableRandom random) {
    List<SimulatedAgent> team = new ArrayList<>(scenario.agents());
    for (int i = 0; i < scenario.agents(); i++) {
      team.add(agent(i, scenario, mix, random));
    }
    return team;
  }

  private static SimulatedAgent agent(
      int number, Scenario scenario, Mix mix, SplittableRandom random) {
    boolean newcomer = random.nextDouble() < NEWCOMERS;
    Set<String> languages = new HashSet<>();
    languages.add(mix.languages().get(Chance.pick(random, mix.byLanguage())));
    if (random.nextDouble() < ENGLISH_TOO) {
      languages.add("en");
    }
    List<String> brands = mix.brands();
    boolean one = random.nextDouble() < OF_ONE_BRAND;
    String brand = brands.get(random.nextInt(brands.size()));
    Map<String, Integer> levels = levels(newcomer, mix, random);
    boolean ill = random.nextDouble() < scenario.ill();
    double start = start(scenario, random);
    List<Stretch> stretches = ill ? List.of() : stretches(start, scenario.days(), random);
    return new SimulatedAgent(
        number,
        one ? Set.of(brand) : Set.of(),
        Set.copyOf(languages),
        levels,
        newcomer ? NEWCOMERS_TAKE : Chance.logNormal(random, 1, .15),
        stretches);
  }

  private static double start(Scenario scenario, SplittableRandom random) {
    double[] shares = scenario.shifts().stream().mapToDouble(Scenario.ShiftStart::share).toArray();
    return scenario.shifts().get(Chance.pick(random, shares)).hour();
  }

  /** Two to five topics, more often those that come more often. */
  private static Map<String, Integer> levels(boolean newcomer, Mix mix, SplittableRandom random) {
    Map<String, Integer> levels = new TreeMap<>();
    int topics = newcomer ? 2 : 3 + random.nextInt(3);
    for (int i = 0; i < topics; i++) {
      String topic = mix.topics().get(Chance.pick(random, mix.byTopic()));
      int level = newcomer ? 1 : 1 + random.nextInt(5);
      levels.merge(topic, level, Math::max);
    }
    return levels;
  }

  /** The night shift of the day before, each day's, and the next day's, each with three breaks. */
  private static List<Stretch> stretches(double start, int days, SplittableRandom random) {
    List<Stretch> stretches = new ArrayList<>();
    for (int day = -1; day <= days; day++) {
      double from = 24 * day + start;
      double meal = from + 3.5 + random.nextDouble();
      double first = from + 1.5 + random.nextDouble() / 2;
      double second = from + 6 + random.nextDouble() / 2;
      add(stretches, from, first, false);
      add(stretches, first + .17, meal, false);
      add(stretches, meal + .5, second, false);
      add(stretches, second + .17, from + SHIFT_HOURS, true);
    }
    stretches.sort(Comparator.comparingLong(Stretch::fromMillis));
    return stretches;
  }

  private static void add(List<Stretch> all, double from, double to, boolean endsShift) {
    if (to > 0) {
      all.add(
          new Stretch((long) (Math.max(0, from) * Day.HOUR), (long) (to * Day.HOUR), endsShift));
    }
  }
}
