package dev.switchboard.engine.casework;

import dev.switchboard.engine.event.CloseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands. */
public sealed interface CaseState {
  /** Somebody needs help and nobody holds the case. */
  record Waiting() implements CaseState {}

  /**
   * One person holds the case until {@code expiresAt}.
   *
   * @param token the fencing token: larger than every earlier token of this case
   * @param pause the case rests, and stays theirs; null while they work on it
   */
  record Claimed(String agent, long token, Instant expiresAt, @Nullable Pause pause)
      implements CaseState {
    /** A case on which somebody works. */
    public Claimed(String agent, long token, Instant expiresAt) {
      this(agent, token, expiresAt, null);
    }
  }

  /**
   * A reply by {@code agent} is on its way, and its fate is not known yet.
   *
   * @param awaiting whether it waits for a colleague's approval, so that it does not go out yet
   */
  record Pending(String agent, long reply, boolean awaiting) implements CaseState {
    /** A reply that may go out. */
    public Pending(String agent, long reply) {
      this(agent, reply, false);
    }
  }

  /** The brand has replied to everything that the customer asked. */
  record Answered() implements CaseState {}

  /** Done, for the time being: a customer who writes soon after reopens it. */
  record Closed(CloseReason reason, Instant at) implements CaseState {}

  Waiting WAITING = new Waiting();
  Answered ANSWERED = new Answered();

  /** The name in the contracts and in the database. */
  default String word() {
    return switch (this) {
      case Waiting _ -> "waiting";
      case Claimed _ -> "claimed";
      case Pending _ -> "pending";
      case Answered _ -> "answered";
      case Closed _ -> "closed";
    };
  }

  default boolean isOpen() {
    return !(this instanceof Closed);
  }
}
