package dev.switchboard.engine.incident.detection;

/**
 * How much an incident holds.
 *
 * @param reports how many, copies not counted; counting ends at 100,000
 * @param customers distinct authors among them
 * @param expectedPerHour how many customers would have come anyway, as of its opening
 */
public record Tally(int reports, int customers, double expectedPerHour) {
  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0, 0);
}
