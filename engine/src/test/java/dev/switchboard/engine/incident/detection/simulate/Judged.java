package dev.switchboard.engine.incident.detection.simulate;

import dev.switchboard.engine.incident.detection.simulate.Rule.Alarm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a rule did, summed over worlds. An alarm in the judged weeks is true if at least half of its
 * evidence belongs to one planted incident; a second true alarm for the same incident is no
 * discovery and no false one, but counted. The delay is the number of distinct customers of the
 * incident who wrote after its first up to the alarm.
 */
public final class Judged {
  private static final double OWN_SHARE = 0.5;

  private final Map<Integer, List<Integer>> delays = new TreeMap<>();
  private final Map<Integer, Integer> plantedBySize = new TreeMap<>();
  private final List<Double> falseShareOfWeeks = new ArrayList<>();
  private int planted;
  private int found;
  private int again;
  private int falseAlarms;
  private int falseViral;
  private double weeks;

  /** Adds what a rule said of a world. */
  public void add(World world, List<Alarm> alarms) {
    Set<Integer> seen = new HashSet<>();
    int wrong = 0;
    for (Alarm alarm : alarms) {
      if (world.reports().get(alarm.at()).hour() < world.judgedFrom()) {
        continue;
      }
      int incident = mainIncident(world, alarm);
      if (incident < 0) {
        wrong++;
        falseViral += isViral(world, alarm) ? 1 : 0;
      } else if (seen.add(incident)) {
        Planted truth = world.planted().get(incident);
        delays
            .computeIfAbsent(truth.customers(), _ -> new ArrayList<>())
            .add(customersUpTo(world, incident, alarm.at()) - 1);
      } else {
        again++;
      }
    }
    for (Planted truth : world.planted()) {
      plantedBySize.merge(truth.customers(), 1, Integer::sum);
    }
    planted += world.planted().size();
    found += seen.size();
    falseAlarms += wrong;
    weeks += world.settings().judgedWeeks();
    falseShareOfWeeks.add(wrong == 0 ? 0 : wrong / (double) (wrong + seen.size()));
  }

  private static int mainIncident(World world, Alarm alarm) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int at : alarm.evidence()) {
      counts.merge(world.reports().get(at).planted(), 1, Integer::sum);
    }
    counts.remove(-1);
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= OWN_SHARE * alarm.evidence().size())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }

  private static boolean isViral(World world, Alarm alarm) {
    long viral =
        alarm.evidence().stream()
            .map(at -> world.reports().get(at).kind())
            .filter(
                kind -> kind == SimulatedReport.Kind.JOKE || kind == SimulatedReport.Kind.GIVEAWAY)
            .count();
    return viral * 2 >= alarm.evidence().size();
  }

  private static int customersUpTo(World world, int incident, int at) {
    Set<Long> authors = new HashSet<>();
    for (int i = at;
        i >= 0 && world.reports().get(i).hour() > world.reports().get(at).hour() - 1;
        i--) {
      SimulatedReport report = world.reports().get(i);
      if (report.planted() == incident && !report.duplicate()) {
        authors.add(report.author());
      }
    }
    return authors.size();
  }

  /** False alarms among all that were false or found, over everything. */
  public double falseShare() {
    return falseAlarms + found == 0 ? 0 : falseAlarms / (double) (falseAlarms + found);
  }

  /** The mean over worlds of their false share, and its standard error. */
  public double[] meanFalseShare() {
    double n = falseShareOfWeeks.size();
    double mean = falseShareOfWeeks.stream().mapToDouble(x -> x).sum() / n;
    double squares =
        falseShareOfWeeks.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (n - 1);
    return new double[] {mean, Math.sqrt(squares / n)};
  }

  /** How many were planted. */
  public int planted() {
    return planted;
  }

  /** False alarms a brand-week. */
  public double falsePerWeek() {
    return falseAlarms / weeks;
  }

  /** One line for a table. */
  public String line(String name) {
    double[] mean = meanFalseShare();
    return "%-34s found %5.3f of %,d  false/week %.3f (%d in %,.0f; %d jokes)  false share %.3f  mean of worlds %.3f se %.3f  again %d"
        .formatted(
            name,
            found / (double) Math.max(1, planted),
            planted,
            falsePerWeek(),
            falseAlarms,
            weeks,
            falseViral,
            falseShare(),
            mean[0],
            mean[1],
            again);
  }

  /** A line for each size: share found, median delay. */
  public List<String> bySize() {
    List<String> lines = new ArrayList<>();
    plantedBySize.forEach(
        (customers, count) -> {
          List<Integer> own = new ArrayList<>(delays.getOrDefault(customers, List.of()));
          Collections.sort(own);
          String delay = own.isEmpty() ? "-" : String.valueOf(own.get(own.size() / 2));
          lines.add(
              "  k = %3d: found %.3f of %d, median delay %s"
                  .formatted(customers, own.size() / (double) count, count, delay));
        });
    return lines;
  }
}
