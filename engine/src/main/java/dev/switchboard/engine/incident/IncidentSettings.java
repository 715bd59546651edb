package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseSettings;
import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.grouping.GroupingSettings;

/**
 * How incidents are found and explained.
 *
 * @param brands how many brands are reckoned with, 1 or more; {@link AllIncidents} shares the
 *     budget of false pages among them, the order of their first posts decides
 */
public record IncidentSettings(
    GroupingSettings grouping, DetectionSettings detection, CauseSettings cause, int brands) {

  /** One brand, and every part's own defaults. */
  public static final IncidentSettings DEFAULT =
      new IncidentSettings(
          GroupingSettings.DEFAULT, DetectionSettings.DEFAULT, CauseSettings.DEFAULT, 1);

  public IncidentSettings {
    if (brands < 1) {
      throw new IllegalArgumentException("brands must be 1 or more, not " + brands);
    }
  }

  /** The same for so many brands. */
  public IncidentSettings withBrands(int count) {
    return new IncidentSettings(grouping, detection, cause, count);
  }

  /** The same with other settings of detection. */
  public IncidentSettings withDetection(DetectionSettings other) {
    return new IncidentSettings(grouping, other, cause, brands);
  }
}
