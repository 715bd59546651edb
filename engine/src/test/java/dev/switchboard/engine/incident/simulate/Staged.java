package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * What {@link StagedSimulator} drew for one incident besides what can be seen: everything, so that
 * its oracle is an upper bound.
 *
 * @param seenAt for each failing service, the share of reports that name each service
 * @param touched by change: the services that it breaks if it breaks any
 * @param starts by change: the true start, in minutes
 * @param symptoms by change: whether it only answers the incident
 * @param trains when release trains leave, in minutes
 * @param named the topic that each report of the incident names, in order of reports; {@link
 *     #OTHER} for those that are not of the incident, echo another or name nothing
 */
public record Staged(
    double[][] seenAt,
    List<List<Integer>> touched,
    List<Double> starts,
    List<Boolean> symptoms,
    double[] trains,
    double[] biteMeans,
    List<String> regions,
    double[] usualRegions,
    List<String> versions,
    double[] usualVersions,
    List<Integer> named) {
  static final int OTHER = -1;
}
