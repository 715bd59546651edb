package dev.switchboard.engine.incident.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The streams of one report. Each may be evidence enough by itself. Where none is, their sum may
 * be: "one of these is an incident". The stakes of all streams together are bounded, so the sum of
 * their worths is an e-value against "none is" however they depend on each other; the bets of all
 * that are summed are taken off when it is used, so that nothing is used twice.
 */
final class Pool {
  private final List<Played> played = new ArrayList<>();

  void add(Played stream) {
    played.add(stream);
  }

  /** Those that are enough each. */
  List<Candidate> enough(Discoveries discoveries, double level, double hour) {
    List<Candidate> enough = new ArrayList<>();
    for (Played each : played) {
      double logEvidence = discoveries.logEvidence(each.worth(), level, hour);
      if (logEvidence >= 0) {
        enough.add(each.candidate(logEvidence, hour));
      }
    }
    return enough;
  }

  /** If all are enough together: the strongest one that may open an incident. */
  Optional<Candidate> together(
      Discoveries discoveries, double level, double hour, Predicate<Candidate> mayOpen) {
    double sum = 0;
    for (Played each : played) {
      sum += each.worth();
    }
    double logEvidence = discoveries.logEvidence(sum, level, hour);
    if (logEvidence < 0) {
      return Optional.empty();
    }
    double share = sum / (2 * played.size());
    return played.stream()
        .filter(each -> each.worth() >= share)
        .sorted(Comparator.comparingDouble(Played::worth).reversed())
        .map(each -> each.candidate(logEvidence, hour))
        .filter(mayOpen)
        .findFirst();
  }

  List<Evidence> streams() {
    return played.stream().map(Played::stream).toList();
  }
}
