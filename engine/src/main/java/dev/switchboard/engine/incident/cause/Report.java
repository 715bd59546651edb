package dev.switchboard.engine.incident.cause;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One report as evidence: the first of its author.
 *
 * @param words as {@link Words} makes them of the text
 * @param region null if not known, as the others
 */
public record Report(
    Instant at,
    Set<String> words,
    @Nullable String region,
    @Nullable String version,
    @Nullable String product) {

  public Report {
    words = InOrder.copy(words);
  }

  /** A report of which only the text is known. */
  public static Report of(Instant at, String text) {
    return new Report(at, Words.of(text), null, null, null);
  }
}
