package dev.switchboard.engine.incident.cause;

import java.util.Map;

/**
 * What reports are like when nothing is wrong, to see what is special about an incident's.
 *
 * @param reportsPerMinute how many such reports come anyway among the incident's, at least 0
 * @param reports how many usual reports were counted for the rest, at least 0
 * @param words in how many of them each word stood, words as {@link Words} makes them
 * @param regions how many of them came from each region; those that did not say are left out
 * @param versions the same of versions
 */
public record Usual(
    double reportsPerMinute,
    int reports,
    Map<String, Integer> words,
    Map<String, Integer> regions,
    Map<String, Integer> versions) {

  /** Nothing is known but the rate. */
  public static Usual rateOnly(double reportsPerMinute) {
    return new Usual(reportsPerMinute, 0, Map.of(), Map.of(), Map.of());
  }

  public Usual {
    if (!(reportsPerMinute >= 0) || reports < 0) {
      throw new IllegalArgumentException("a usual rate or count is below 0");
    }
    words = InOrder.copy(words);
    regions = InOrder.copy(regions);
    versions = InOrder.copy(versions);
  }
}
