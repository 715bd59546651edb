package dev.switchboard.engine.incident.simulate;

import java.util.List;

/**
 * All that {@link LogNormalSimulator} drew for one incident besides what can be seen: its oracle
 * knows these, but neither the onset nor the cause.
 *
 * @param lagMedians in minutes, by kind
 * @param lagSigmas of the lag's logarithm, by kind
 * @param serviceLags by how much each service multiplies the median
 * @param usualRate reports a minute that come anyway
 * @param hitRate reports a minute of the incident, once it is fully felt
 * @param delayMinutes mean delay between being hit and reporting, exponential
 * @param topicShare how many of a report's words are of its topic, 0–1
 * @param confusion how many reports of the incident name a random service, 0–1
 * @param shown how many reports say their region, version and product, each 0–1
 */
public record Parameters(
    Company company,
    List<Double> lagMedians,
    List<Double> lagSigmas,
    double[] serviceLags,
    double usualRate,
    double hitRate,
    double delayMinutes,
    double topicShare,
    double confusion,
    Shown shown) {

  public record Shown(double region, double version, double product) {}

  /** How often reports name each topic when nothing is wrong. */
  double[] usualTopics() {
    double[] topics = new double[company.topics()];
    int services = company.services().size();
    for (int i = 0; i < services; i++) {
      topics[i] = 0.5 / services;
    }
    topics[company.smallTalk()] = 0.5;
    return topics;
  }

  /** How often reports of the incident name each topic. */
  double[] topicsOf(int failing) {
    double[] topics = new double[company.topics()];
    int services = company.services().size();
    for (int i = 0; i < services; i++) {
      double seen = failing < services ? company.seenAt()[failing][i] : 0;
      topics[i] = (1 - confusion) * seen + confusion / services;
    }
    if (failing >= services) {
      topics[failing] = 1 - confusion;
    }
    return topics;
  }

  /** How fast reports of the incident come, so long after its onset; 0 before. */
  double rate(double minutesAfterOnset) {
    return minutesAfterOnset <= 0 ? 0 : hitRate * -Math.expm1(-minutesAfterOnset / delayMinutes);
  }

  /** How many reports of the incident are expected so long after its onset. */
  double expected(double minutesAfterOnset) {
    return hitRate
        * (minutesAfterOnset + delayMinutes * Math.expm1(-minutesAfterOnset / delayMinutes));
  }

  /** The density of a lag, per minute. */
  double lagDensity(int kind, int service, double minutes) {
    if (minutes <= 0) {
      return 0;
    }
    double sigma = lagSigmas.get(kind);
    double z = Math.log(minutes / (lagMedians.get(kind) * serviceLags[service])) / sigma;
    return Math.exp(-z * z / 2) / (minutes * sigma * Math.sqrt(2 * Math.PI));
  }
}
