package dev.switchboard.engine.incident.simulate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Where customers see a failure: at the failing service and at those that depend on it. */
final class Spread {
  private static final int FAR = Integer.MAX_VALUE;

  private Spread() {}

  /** Steps from the failing service to each that depends on it; {@code FAR} if it does not. */
  private static int[] distances(List<SimulatedService> services, int failing) {
    int[] distance = new int[services.size()];
    Arrays.fill(distance, FAR);
    distance[failing] = 0;
    Deque<Integer> open = new ArrayDeque<>(List.of(failing));
    while (!open.isEmpty()) {
      int next = open.remove();
      for (int v = 0; v < services.size(); v++) {
        if (distance[v] == FAR && services.get(v).dependsOn().contains(next)) {
          distance[v] = distance[next] + 1;
          open.add(v);
        }
      }
    }
    return distance;
  }

  /**
   * The share of reports that name each service.
   *
   * @param fall how much less each further step counts, 0–1
   * @param exposure how much customers see of each service
   */
  static double[] shares(
      List<SimulatedService> services, int failing, double fall, double[] exposure) {
    int[] distance = distances(services, failing);
    double[] shares = new double[services.size()];
    double sum = 0;
    for (int v = 0; v < shares.length; v++) {
      shares[v] = distance[v] == FAR ? 0 : Math.pow(fall, distance[v]) * exposure[v];
      sum += shares[v];
    }
    for (int v = 0; v < shares.length; v++) {
      shares[v] /= sum;
    }
    return shares;
  }
}
