package dev.switchboard.engine.incident.detection;

/**
 * A counted report of a stream.
 *
 * @param expectedPerHour what the stream was expected to do at that moment
 */
record Sighting(double hour, long post, double expectedPerHour) {}
