package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.ChangeType;

/**
 * What the ranking assumes before it has seen anything. How the numbers of {@link #DEFAULT} were
 * chosen stands in docs/adr/0013.
 *
 * @param caused how many incidents with changes about have one of them as their cause, 0–1
 * @param sharpness by what the logarithms of the evidence are multiplied so that probabilities come
 *     true; below 1 as reports of one incident are not independent
 * @param falloff how much less each step through the service map counts, 0–1
 * @param confusion how many reports of an incident name another service, 0–1
 * @param smallTalk how many usual reports name no service, 0–1
 * @param unlisted how much of the talk about a service is in words that the map does not list, 0–1
 * @param inRegion how many reports come from the region of a change in one region, 0–1
 * @param ofVersion the same of versions
 * @param outside of incidents without a cause among the changes, how many are about nothing on the
 *     map, 0–1
 * @param doubt how often the whole picture is wrong, so that the evidence says nothing, 0–1
 */
public record CauseSettings(
    double caused,
    double sharpness,
    double falloff,
    double confusion,
    double smallTalk,
    double unlisted,
    double inRegion,
    double ofVersion,
    double outside,
    double doubt) {

  public static final CauseSettings DEFAULT =
      new CauseSettings(0.67, 0.8, 0.33, 0.1, 0.5, 0.3, 0.9, 0.85, 0.4, 0.02);

  /** How readily a change of this type is a cause, before anything else is known. */
  static double weight(ChangeType type) {
    return switch (type) {
      case DEPLOY, FLAG, CONFIGURATION, REMOVAL -> 1;
      case ROLLBACK, ALERT, OTHER -> 0.6;
      case OUTAGE -> 1.5;
    };
  }
}
