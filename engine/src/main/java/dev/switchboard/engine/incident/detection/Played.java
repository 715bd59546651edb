package dev.switchboard.engine.incident.detection;

import java.util.List;
import java.util.function.Supplier;

/**
 * A stream after a report was counted in it.
 *
 * @param sightings its last reports, made only when asked for
 * @param worth what its bets are worth
 * @param broad whether a large part of the brand's reports is usually in it
 */
record Played(Evidence stream, Supplier<List<Sighting>> sightings, double worth, boolean broad) {
  Candidate candidate(double logEvidence, double hour) {
    return Candidate.of(stream, broad, sightings.get(), logEvidence, hour);
  }
}
