package dev.switchboard.engine.incident.detection;

import java.util.List;

/**
 * A stream whose evidence is enough, at the report that made it so.
 *
 * @param broad whether a large part of the brand's reports is usually in its stream
 * @param since its reports since the lower bound of the onset, oldest first
 * @param expectedPerHour what was expected just before the onset
 */
record Candidate(
    Evidence stream,
    boolean broad,
    Onset onset,
    List<Sighting> since,
    double expectedPerHour,
    double logEvidence,
    double hour) {
  static Candidate of(
      Evidence stream, boolean broad, List<Sighting> sightings, double logEvidence, double hour) {
    Onset onset = Onset.of(sightings);
    List<Sighting> since = sightings.subList(onset.first(), sightings.size());
    return new Candidate(
        stream,
        broad,
        onset,
        List.copyOf(since),
        sightings.get(onset.firstFrom()).expectedPerHour(),
        logEvidence,
        hour);
  }

  /** Distinct customers: each counts once a stream. */
  int customers() {
    return since.size();
  }

  double onsetHour() {
    return since.getFirst().hour();
  }

  double expected() {
    return expectedPerHour * (hour - onset.from());
  }

  /** How much of what was seen is not what was expected anyway, 0 to 1. */
  double purity() {
    return Math.max(0, customers() - expected()) / customers();
  }

  boolean isCoarse() {
    return switch (stream.kind()) {
      case VOLUME, ABOUT -> true;
      case GROUP, TERM, THEME -> broad;
    };
  }

  /** Whether words that most of its reports share would tell it better than its stream does. */
  boolean mayHaveOwnWords() {
    return switch (stream.kind()) {
      case THEME, ABOUT -> true;
      case VOLUME, GROUP, TERM -> false;
    };
  }
}
