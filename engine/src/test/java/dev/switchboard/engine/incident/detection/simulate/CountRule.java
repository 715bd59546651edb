package dev.switchboard.engine.incident.detection.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dumb baseline: so many reports of one group in half an hour; quiet for six hours after.
 *
 * @param reports how many
 */
public record CountRule(int reports) implements Rule {
  private static final double WINDOW_HOURS = 0.5;
  private static final double QUIET_HOURS = 6;

  @Override
  public List<Alarm> alarms(World world) {
    List<Alarm> alarms = new ArrayList<>();
    Map<Long, ArrayDeque<Integer>> windows = new HashMap<>();
    Map<Long, Double> quietUntil = new HashMap<>();
    for (int at = 0; at < world.reports().size(); at++) {
      SimulatedReport report = world.reports().get(at);
      if (report.duplicate()) {
        continue;
      }
      ArrayDeque<Integer> window = windows.computeIfAbsent(report.group(), _ -> new ArrayDeque<>());
      window.add(at);
      while (world.reports().get(window.getFirst()).hour() < report.hour() - WINDOW_HOURS) {
        window.removeFirst();
      }
      if (window.size() >= reports
          && report.hour() >= quietUntil.getOrDefault(report.group(), 0.0)) {
        alarms.add(new Alarm(at, List.copyOf(window)));
        quietUntil.put(report.group(), report.hour() + QUIET_HOURS);
      }
    }
    return alarms;
  }
}
