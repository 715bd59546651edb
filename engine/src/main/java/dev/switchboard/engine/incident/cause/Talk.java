package dev.switchboard.engine.incident.cause;

/**
 * What one report talks about, each as a likelihood over that of a report about nothing.
 *
 * @param topics for each topic
 * @param outside for something that is on no map
 * @param random for any service of the map, as usual reports do; 1 if there is none
 */
record Talk(double[] topics, double outside, double random) {}
