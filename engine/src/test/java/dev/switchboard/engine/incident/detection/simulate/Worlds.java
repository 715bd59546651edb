package dev.switchboard.engine.incident.detection.simulate;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many brands of all sizes, from 5 to 5,000 posts a day, and how rules do on them. */
public final class Worlds {
  private static final int HISTORY_WEEKS = 3;
  private static final int JUDGED_WEEKS = 2;

  private Worlds() {}

  /** The size of one of so many brands, even in the logarithm. */
  static double postsPerDay(int brand, int brands) {
    return 5 * Math.pow(1_000, (brand + 0.5) / brands);
  }

  /** Judges rules on so many brands with so many incidents a week, and prints a line for each. */
  public static Map<String, Judged> judge(
      Map<String, Rule> rules, int brands, int plantedPerWeek, long seed, PrintStream out) {
    Map<String, Judged> judged = new LinkedHashMap<>();
    rules.keySet().forEach(name -> judged.put(name, new Judged()));
    for (int brand = 0; brand < brands; brand++) {
      WorldSettings settings =
          new WorldSettings(
              postsPerDay(brand, brands), HISTORY_WEEKS, JUDGED_WEEKS, plantedPerWeek);
      World world = World.draw(settings, seed * 1_000_003 + brand);
      rules.forEach(
          (name, rule) ->
              judged.computeIfAbsent(name, _ -> new Judged()).add(world, rule.alarms(world)));
    }
    judged.forEach((name, result) -> out.println(result.line(name)));
    return judged;
  }

  /** The rules that know nothing, and the one that knows all. */
  public static Map<String, Rule> beside() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (int reports : new int[] {5, 7, 10}) {
      rules.put(reports + " reports in 30 minutes", new CountRule(reports));
    }
    rules.put("oracle, belief .95", new Oracle(0.95));
    return rules;
  }

  /** Prints how the rules beside the engine do. */
  public static void main(String[] args) {
    for (int planted : new int[] {0, 5}) {
      System.out.println(planted + " planted a week");
      judge(beside(), 40, planted, 1, System.out)
          .forEach((name, result) -> printSizes(name, result.bySize()));
    }
  }

  private static void printSizes(String name, List<String> lines) {
    System.out.println(name);
    lines.forEach(System.out::println);
  }
}
