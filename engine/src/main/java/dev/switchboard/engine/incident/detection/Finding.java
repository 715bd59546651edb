package dev.switchboard.engine.incident.detection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an incident was opened.
 *
 * @param stream what grew
 * @param onset the likeliest moment at which it began
 * @param onsetFrom lower bound of the onset, 5 %
 * @param onsetTo upper bound of the onset, 95 %
 * @param seen distinct customers since the onset
 * @param expected how many would have been expected in that time
 * @param logEvidence natural logarithm of the evidence against chance, after all corrections: 0 is
 *     just enough
 * @param falseShare the level at which it was tested
 * @param posts the reports since the onset, oldest first, at most {@link #MAX_POSTS}
 * @param terms words that stand out in them, the most telling first
 * @param groups the groups of these reports, the largest first
 * @param during the storm in which it began and beyond whose growth it grew; null if there was none
 */
public record Finding(
    Evidence stream,
    Instant onset,
    Instant onsetFrom,
    Instant onsetTo,
    int seen,
    double expected,
    double logEvidence,
    double falseShare,
    List<Long> posts,
    List<String> terms,
    List<Long> groups,
    @Nullable During during) {
  /**
   * A storm: the brand's whole volume is an incident.
   *
   * @param incident its number
   * @param settled when it was known what the storm itself is about
   */
  public record During(long incident, Instant settled) {}

  /** No decision names more posts. */
  public static final int MAX_POSTS = 64;

  public Finding {
    posts = List.copyOf(posts);
    terms = List.copyOf(terms);
    groups = List.copyOf(groups);
  }
}
