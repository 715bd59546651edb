package dev.switchboard.engine.incident.detection;

import java.time.Instant;
import java.util.List;

/** What became of an incident. */
public sealed interface IncidentDecision {
  /** The incident's number, counted from 1 within its brand; it keeps it when it comes back. */
  long incident();

  String brand();

  /** When it was decided. */
  Instant at();

  /**
   * A stream grew faster than chance allows.
   *
   * @param finding what was seen
   */
  record Opened(long incident, String brand, Instant at, Finding finding)
      implements IncidentDecision {}

  /**
   * What was closed came back.
   *
   * @param times how often by now, 1 or more
   */
  record Reopened(long incident, String brand, Instant at, int times, Finding finding)
      implements IncidentDecision {}

  /**
   * More customers: said at about each half as many again, not at each one.
   *
   * @param customers distinct ones so far
   * @param posts the reports that were added since the last decision, at most {@link
   *     Finding#MAX_POSTS}
   */
  record Grew(
      long incident,
      String brand,
      Instant at,
      int customers,
      double customersPerHour,
      List<Long> posts)
      implements IncidentDecision {
    public Grew {
      posts = List.copyOf(posts);
    }
  }

  /** New customers come at a quarter of the peak or as without it. */
  record Decayed(long incident, String brand, Instant at, int customers, double customersPerHour)
      implements IncidentDecision {}

  /** It has been quiet for long. */
  record Closed(long incident, String brand, Instant at, int customers, List<Long> posts)
      implements IncidentDecision {
    public Closed {
      posts = List.copyOf(posts);
    }
  }
}
