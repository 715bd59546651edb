package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Alerts, outages and rollbacks may be what monitors and engineers make of an incident that has
 * begun already. If something explains why they start just after an onset, at the service that
 * fails or one that depends on it, it is likelier for that.
 */
final class Answers {
  private static final double MEAN_MINUTES = 15;

  private final List<Change> changes;
  private final ServiceMap map;
  private final double[] starts;
  private final double[] innocent;

  /**
   * @param innocent for each change, the density of its start if nothing is behind it, per minute
   */
  Answers(List<Change> changes, double[] innocent, IncidentEvidence evidence, ServiceMap map) {
    this.changes = changes;
    this.map = map;
    this.innocent = innocent;
    starts = changes.stream().mapToDouble(change -> evidence.minute(change.startedAt())).toArray();
  }

  /**
   * For each onset, the logarithm of how likely the starts of all other changes are if this service
   * failed, over that nothing is behind them.
   *
   * @param culprit the change that made it fail, or -1
   */
  double[] logs(String failing, int culprit, double[] onsets) {
    double[] logs = new double[onsets.length];
    Set<String> touched = new HashSet<>();
    map.reachedFrom(failing).keySet().forEach(name -> touched.add(key(name)));
    for (int j = 0; j < starts.length; j++) {
      Change change = changes.get(j);
      double share = share(change);
      if (j == culprit || share == 0 || !touched.contains(key(change.service()))) {
        continue;
      }
      for (int k = 0; k < logs.length; k++) {
        double after = starts[j] - onsets[k];
        double answer = after <= 0 ? 0 : Math.exp(-after / MEAN_MINUTES) / MEAN_MINUTES;
        logs[k] += Math.log(1 - share + share * answer / innocent[j]);
      }
    }
    return logs;
  }

  /** How often such a change answers an incident at its service. */
  private static double share(Change change) {
    return switch (change.type()) {
      case ALERT -> 0.1;
      case ROLLBACK -> 0.12;
      case OUTAGE -> 0.05;
      case DEPLOY, FLAG, CONFIGURATION, REMOVAL, OTHER -> 0;
    };
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
