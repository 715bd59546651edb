package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.detection.simulate.Judged;
import dev.switchboard.engine.incident.detection.simulate.Rule;
import dev.switchboard.engine.incident.detection.simulate.Worlds;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Detection on the made-up world. */
final class Simulated {
  private static final int BRANDS = 200;
  private static final int PLANTED_PER_WEEK = 5;

  private Simulated() {}

  static void print(PrintStream out) {
    Map<String, Rule> rules = new LinkedHashMap<>(Worlds.beside());
    rules.put("engine, false share .05", new DetectorRule(DetectionSettings.DEFAULT));
    out.printf("quiet: %d brands, 2 weeks each after 3 weeks of history%n", BRANDS);
    Worlds.judge(rules, BRANDS, 0, 1, out);
    out.printf("%d incidents a week planted%n", PLANTED_PER_WEEK);
    Map<String, Judged> judged = Worlds.judge(rules, BRANDS, PLANTED_PER_WEEK, 2, out);
    judged.forEach(
        (name, result) -> {
          out.println(name);
          result.bySize().forEach(out::println);
        });
  }

  public static void main(String[] args) {
    print(System.out);
  }
}
