package dev.switchboard.engine.incident.detection.simulate;

import java.util.List;

/**
 * The reports of one brand, in order of time, and what was planted among them.
 *
 * @param newGroups ordinary groups that began in the judged weeks
 */
public record World(
    WorldSettings settings, List<SimulatedReport> reports, List<Planted> planted, int newGroups) {
  public World {
    reports = List.copyOf(reports);
    planted = List.copyOf(planted);
  }

  /** The hour at which the judged weeks begin. */
  public double judgedFrom() {
    return settings.historyWeeks() * 168.0;
  }

  /** Draws a world; the same seed draws the same one. */
  public static World draw(WorldSettings settings, long seed) {
    return new WorldMaker(settings, seed).make();
  }
}
