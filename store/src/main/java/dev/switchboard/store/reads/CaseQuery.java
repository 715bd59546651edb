package dev.switchboard.store.reads;

import dev.switchboard.engine.casework.WaitingOn;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list.
 *
 * @param state waiting, claimed, paused (those claimed that rest), pending, awaiting (those pending
 *     whose reply waits for approval), answered, closed, or null for all that are open
 * @param brand or null for all
 * @param agent only cases held by this person, or null
 * @param channel {@code network:account}, or null
 * @param text words to look for in the conversation, or null
 * @param order by urgency, or newest or oldest first
 * @param cursor from the page before, or null
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param step only cases in a step of this name, or null
 * @param due only cases of which what is due next stands so, or null
 * @param waitingOn only cases that are paused for these, or null
 */
public record CaseQuery(
    @Nullable String state,
    @Nullable String brand,
    @Nullable String agent,
    @Nullable String channel,
    @Nullable String text,
    Order order,
    @Nullable String cursor,
    int limit,
    @Nullable String step,
    @Nullable Due due,
    @Nullable WaitingOn waitingOn) {
  public static final int MAX_LIMIT = 200;

  /** Without regard to flows and pauses. */
  public CaseQuery(
      @Nullable String state,
      @Nullable String brand,
      @Nullable String agent,
      @Nullable String channel,
      @Nullable String text,
      Order order,
      @Nullable String cursor,
      int limit) {
    this(state, brand, agent, channel, text, order, cursor, limit, null, null, null);
  }

  /** How what is due next stands. */
  public enum Due {
    /** It is not past, and will be missed as things go. */
    IN_DANGER,
    LATE
  }

  /** URGENT: sure ones before ranked-low ones, then who has waited longest. */
  public enum Order {
    URGENT,
    NEWEST,
    OLDEST
  }

  public CaseQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, not %d".formatted(MAX_LIMIT, limit));
    }
  }
}
