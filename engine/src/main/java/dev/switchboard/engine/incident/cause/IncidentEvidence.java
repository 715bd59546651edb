package dev.switchboard.engine.incident.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of an incident when somebody asks for its cause.
 *
 * @param from since when reports were watched: some time before the incident, at most {@link
 *     #MAX_WINDOW} before {@code until}, else it is moved up
 * @param until the time of asking, after {@code from}
 * @param reports one an author, in any order; those outside of the window don't count
 */
public record IncidentEvidence(Instant from, Instant until, List<Report> reports, Usual usual) {
  /** The longest window that is looked at. */
  public static final Duration MAX_WINDOW = Duration.ofHours(24);

  /** How many reports are looked at; of more, the first since the window's start. */
  public static final int MAX_REPORTS = 1_000;

  public IncidentEvidence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("the window starts at " + from + ", ends at " + until);
    }
    Instant earliest = until.minus(MAX_WINDOW);
    Instant start = from.isBefore(earliest) ? earliest : from;
    Instant end = until;
    List<Report> inside =
        reports.stream()
            .filter(report -> !report.at().isBefore(start) && !report.at().isAfter(end))
            .sorted(Comparator.comparing(Report::at))
            .limit(MAX_REPORTS)
            .toList();
    until = inside.size() == MAX_REPORTS ? inside.getLast().at().plusMillis(1) : until;
    from = start;
    reports = inside;
  }

  /** Minutes from the window's start. */
  double minute(Instant at) {
    return Duration.between(from, at).toMillis() / 60_000.0;
  }

  Instant at(double minute) {
    return from.plusMillis(Math.round(minute * 60_000));
  }

  double minutes() {
    return minute(until);
  }
}
