package dev.switchboard.engine.incident.detection;

import java.time.Instant;
import java.util.List;

/**
 * A report as grouping hands it on. Only posts that triage takes for reports (help, or a problem)
 * may come here: chatter is no evidence.
 *
 * @param brand whose report it is
 * @param post its number; no two posts share one
 * @param author who wrote it, as one network knows them; counted once a stream and day
 * @param at when it was written
 * @param duplicate whether it repeats another post's words (retweet, copy); it then counts nothing
 * @param evidence what it is counted under besides the brand's volume; at most {@link
 *     #MAX_EVIDENCE}, no two equal
 */
public record GroupedReport(
    String brand,
    long post,
    String author,
    Instant at,
    boolean duplicate,
    List<Evidence> evidence) {
  /** More is refused: the cost of a report must have a bound. */
  public static final int MAX_EVIDENCE = 32;

  public GroupedReport {
    evidence = List.copyOf(evidence);
    if (evidence.size() > MAX_EVIDENCE) {
      throw new IllegalArgumentException(
          "a report is counted under %d headings, at most %d may be given"
              .formatted(evidence.size(), MAX_EVIDENCE));
    }
  }
}
