package dev.switchboard.engine.incident.detection.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Knows the world: the rate of each group at each moment, how often incidents are planted, their
 * sizes and shapes. For each report that may be the first of an incident it keeps the likelihood
 * ratio of a Poisson process with and without one (sizes and shapes mixed as the world mixes them),
 * and opens where the posterior probability reaches {@code belief} with five customers.
 */
public record Oracle(double belief) implements Rule {
  private static final int MIN_CUSTOMERS = 5;
  private static final double QUIET_HOURS = 6;

  /** A report that may have been the first. */
  private static final class Start {
    final int at;
    final double hour;
    final double odds;
    final double[] logRatio = new double[WorldSettings.CUSTOMERS.length * Shape.values().length];

    Start(int at, double hour, double odds) {
      this.at = at;
      this.hour = hour;
      this.odds = odds;
    }
  }

  @Override
  public List<Alarm> alarms(World world) {
    List<Alarm> alarms = new ArrayList<>();
    Map<Long, ArrayDeque<Start>> starts = new HashMap<>();
    Map<Long, Double> quietUntil = new HashMap<>();
    for (int at = 0; at < world.reports().size(); at++) {
      SimulatedReport report = world.reports().get(at);
      if (report.duplicate() || report.hour() < quietUntil.getOrDefault(report.group(), 0.0)) {
        continue;
      }
      ArrayDeque<Start> open = starts.computeIfAbsent(report.group(), _ -> new ArrayDeque<>());
      double odds = learn(open, report);
      if (open.size() + 1 >= MIN_CUSTOMERS && odds >= belief / (1 - belief)) {
        List<Integer> evidence = new ArrayList<>(open.stream().map(start -> start.at).toList());
        evidence.add(at);
        alarms.add(new Alarm(at, evidence));
        quietUntil.put(report.group(), report.hour() + QUIET_HOURS);
        open.clear();
      } else {
        open.add(new Start(at, report.hour(), priorOdds(world, report)));
      }
    }
    return alarms;
  }

  private static double learn(ArrayDeque<Start> open, SimulatedReport report) {
    double odds = 0;
    for (Iterator<Start> each = open.iterator(); each.hasNext(); ) {
      Start start = each.next();
      double share = (report.hour() - start.hour) / WorldSettings.INCIDENT_HOURS;
      if (share > 1) {
        each.remove();
        continue;
      }
      double mean = 0;
      int i = 0;
      for (int customers : WorldSettings.CUSTOMERS) {
        for (Shape shape : Shape.values()) {
          double own = customers * (1 - WorldSettings.SCATTERED);
          double extra = own / WorldSettings.INCIDENT_HOURS * shape.density(share);
          start.logRatio[i] += Math.log1p(extra / report.nullRate());
          mean += Math.exp(start.logRatio[i] - own * shape.before(share));
          i++;
        }
      }
      odds += start.odds * mean / start.logRatio.length;
    }
    return odds;
  }

  /** The odds that this report is the first of an incident. */
  private static double priorOdds(World world, SimulatedReport report) {
    double weeks = world.settings().judgedWeeks();
    double planted = world.planted().size();
    if (report.group() >= WorldSettings.TOPICS) {
      double fresh = planted * (1 - WorldSettings.ON_A_TOPIC);
      return report.firstOfGroup() ? fresh / Math.max(1, world.newGroups()) : 0;
    }
    double perHour = planted * WorldSettings.ON_A_TOPIC / (weeks * 168) / WorldSettings.TOPICS;
    return perHour / report.nullRate();
  }
}
