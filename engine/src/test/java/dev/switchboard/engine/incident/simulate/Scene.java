package dev.switchboard.engine.incident.simulate;

/**
 * What fails, where and for whom.
 *
 * @param topic a service, or the company's outside topic
 * @param region an index, or {@link #EVERYWHERE}
 * @param version an index, or {@link #EVERYWHERE}
 */
record Scene(int topic, int region, int version) {
  static final int EVERYWHERE = -1;
}
