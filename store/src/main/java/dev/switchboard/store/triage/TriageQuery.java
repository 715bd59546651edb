package dev.switchboard.store.triage;

import org.jspecify.annotations.Nullable;

/**
 * Which posts to list.
 *
 * @param brand or null for all
 * @param cursor from the page before, or null
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record TriageQuery(
    TriageView view, @Nullable String brand, @Nullable String cursor, int limit) {
  public static final int MAX_LIMIT = 200;

  public TriageQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, not %d".formatted(MAX_LIMIT, limit));
    }
  }
}
