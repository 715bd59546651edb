package dev.switchboard.engine.incident.cause;

/**
 * What one report talks about, each as a likelihood over that of a report about nothing.
 *
 * @param topics for each topic
 * @param outside for something that is on no map
 * @param random for any service of the map, as usual reports do; 1 if there is none
 */
record Talk(double[] topics, double outside, double random) {
  /** The geometric mean of both. */
  Talk mean(Talk other) {
    double[] means = new double[topics.length];
    for (int topic = 0; topic < means.length; topic++) {
      means[topic] = Math.sqrt(topics[topic] * other.topics[topic]);
    }
    return new Talk(means, Math.sqrt(outside * other.outside), Math.sqrt(random * other.random));
  }
}
