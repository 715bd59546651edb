package dev.switchboard.store.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply that somebody is writing.
 *
 * @param text 1 to {@value #MAX_CHARS} characters
 * @param seenThrough the id of the last post that its writer had seen, 0 if unknown
 * @param revision 1 or more; a page that goes on with it counts on from here
 * @param leftBy who handed it over together with the case, or null if it is the writer's own
 */
public record Draft(
    String text, long seenThrough, long revision, Instant updatedAt, @Nullable String leftBy) {
  public static final int MAX_CHARS = 10_000;
}
