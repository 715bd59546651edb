package dev.switchboard.engine.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post after triage, as incidents see it.
 *
 * @param id its number; no two posts of a brand share one
 * @param author who wrote it, unique on all networks
 * @param language BCP 47; null if not known
 * @param at when it was written; one written before the last counts as of then
 * @param repost whether the network says that it repeats another post
 * @param isReport whether it is evidence of a problem: triage says that its author needs help, or
 *     that it tells of a problem; anything else is noise to detection
 * @param intent what triage takes it to be about; null if not decided
 * @param region null if not said, as product, version and followers
 * @param followers of the author, 0 or more
 */
public record ReportedPost(
    long id,
    String author,
    String text,
    @Nullable String language,
    Instant at,
    boolean repost,
    boolean isReport,
    @Nullable String intent,
    @Nullable String region,
    @Nullable String product,
    @Nullable String version,
    @Nullable Integer followers) {

  /** A post of which nothing more is known. */
  public static ReportedPost of(long id, String author, String text, Instant at, boolean report) {
    return new ReportedPost(
        id, author, text, null, at, false, report, null, null, null, null, null);
  }
}
