package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * What {@link SeasonalSimulator} drew for one incident besides what can be seen: its oracle knows
 * these, but neither the onset nor the cause.
 *
 * @param seenAt for each failing service, the share of reports that name each service
 * @param usualRegions shares of customers, in the order of {@code regions}
 * @param lag how long changes take to bite
 * @param busyFrom since when changes are three times as frequent, for five hours
 * @param confusion how many reports of the incident name a random service, 0–1
 */
public record Seasonal(
    SeasonalTalk talk,
    double[][] seenAt,
    List<String> regions,
    double[] usualRegions,
    SeasonalLag lag,
    SeasonalRate rate,
    double busyFrom,
    double confusion) {

  /** How often reports of the incident name each topic: each service, then what is on no map. */
  double[] topicsOf(int failing) {
    int services = seenAt.length;
    double[] topics = new double[services + 1];
    for (int i = 0; i < services; i++) {
      double seen = failing < services ? seenAt[failing][i] : 0;
      topics[i] = (1 - confusion) * seen + confusion / services;
    }
    topics[services] = failing == services ? 1 - confusion : 0;
    return topics;
  }
}
