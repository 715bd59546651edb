package dev.switchboard.engine.incident.simulate;

import java.util.List;
import java.util.Map;

/**
 * What {@link LogNormalSimulator} drew of a company; the map shows part of it.
 *
 * <p>Topics are numbered: one for each service, then {@link #outside} (a matter that no service of
 * the map stands for), then {@link #smallTalk}.
 *
 * @param topicWords how likely each topic's next word is; for small talk, of the common words
 * @param commonWords how likely a word is that belongs to no topic; sums to one
 * @param seenAt for each failing service, the share of reports that name each service
 * @param usualRegions shares of customers, in the order of {@code regions}
 * @param usualVersions shares of customers, in the order of {@code versions}
 */
public record Company(
    List<SimulatedService> services,
    List<Map<String, Double>> topicWords,
    Map<String, Double> commonWords,
    double[][] seenAt,
    List<String> regions,
    double[] usualRegions,
    List<String> versions,
    double[] usualVersions) {

  int outside() {
    return services.size();
  }

  int smallTalk() {
    return services.size() + 1;
  }

  int topics() {
    return services.size() + 2;
  }
}
