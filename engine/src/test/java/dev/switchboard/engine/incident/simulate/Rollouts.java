package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * What {@link RolloutSimulator} drew for one incident besides what can be seen: everything, so that
 * its oracle is an upper bound.
 *
 * @param seenAt for each failing service, the share of reports that name each service
 * @param crowds centres of the times at which people change things, in minutes
 * @param fastLags mean minutes until a change bites, by kind
 * @param named the service that each report of the incident names, in order of reports; {@link
 *     #OTHER} for those that are not of the incident or repeat another
 */
public record Rollouts(
    double[][] seenAt,
    List<String> regions,
    double[] usualRegions,
    List<String> versions,
    double[] usualVersions,
    double[] crowds,
    double[] fastLags,
    List<Integer> named) {
  static final int OTHER = -1;
}
