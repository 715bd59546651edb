package dev.switchboard.engine.incident.detection;

import java.util.List;
import java.util.function.Supplier;

/**
 * A stream after a report was counted in it.
 *
 * @param sightings its last reports, made only when asked for
 * @param worth what its bets are worth
 */
record Played(Evidence stream, Supplier<List<Sighting>> sightings, double worth) {
  Candidate candidate(double logEvidence, double hour) {
    return Candidate.of(stream, sightings.get(), logEvidence, hour);
  }
}
