package dev.switchboard.engine.incident.detection.simulate;

/**
 * A report as grouping hands it on, with the truth beside it.
 *
 * @param hour since the start of the world
 * @param planted the number of the incident that it belongs to, or -1
 * @param kind what it is
 * @param nullRate reports an hour that the world expects of this group at this moment, apart from
 *     any incident; the oracle's knowledge
 * @param firstOfGroup whether the group is new
 */
public record SimulatedReport(
    double hour,
    long group,
    long author,
    boolean duplicate,
    int planted,
    Kind kind,
    double nullRate,
    boolean firstOfGroup) {
  /** What a report is in truth. */
  public enum Kind {
    ORDINARY,
    JOKE,
    GIVEAWAY,
    PLANTED
  }
}
