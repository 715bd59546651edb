package dev.switchboard.store.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to list, newest first.
 *
 * @param states some of {@link #STATES}; empty for all
 * @param brand or null for all
 * @param cursor from the page before, or null
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record IncidentQuery(
    List<String> states, @Nullable String brand, @Nullable String cursor, int limit) {
  public static final List<String> STATES =
      List.of("open", "acknowledged", "resolved", "closed", "merged");

  /** What is going on now. */
  public static final List<String> LIVE = List.of("open", "acknowledged");

  public static final int MAX_LIMIT = 200;

  public IncidentQuery {
    states = List.copyOf(states);
    for (String state : states) {
      if (!STATES.contains(state)) {
        throw new IllegalArgumentException(
            "state must be some of %s, not \"%s\"".formatted(STATES, state));
      }
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, not %d".formatted(MAX_LIMIT, limit));
    }
  }
}
