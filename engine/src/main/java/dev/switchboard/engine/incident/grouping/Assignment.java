package dev.switchboard.engine.incident.grouping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post was put, and why.
 *
 * @param groupId from 1, unique within the brand; after a merge the group that took the other in
 * @param isNew whether the group begins with this post
 * @param similarity 0 to 1: how much of the post's weight the group knows, aged; for a duplicate
 *     the share of terms it has in common with the earlier post; 0 for a new group
 * @param sharedTerms the words that did most for it, best first, at most {@link #MAX_SHARED_TERMS}
 * @param duplicateOf the id of the earlier post that this one repeats (a retweet, a copy), or null;
 *     a duplicate is in its group but counts for nothing
 */
public record Assignment(
    long groupId,
    boolean isNew,
    double similarity,
    List<String> sharedTerms,
    @Nullable String duplicateOf) {
  public static final int MAX_SHARED_TERMS = 5;

  public Assignment {
    sharedTerms = List.copyOf(sharedTerms);
  }
}
