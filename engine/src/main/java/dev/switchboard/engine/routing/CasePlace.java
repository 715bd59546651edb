package dev.switchboard.engine.routing;

import java.time.Instant;

/** Where an open case is. */
public sealed interface CasePlace {
  /**
   * Nobody who may take it has room, or nobody can take it.
   *
   * @param steps by how many its needs were relaxed
   * @param unroutable whether the exception is raised
   */
  record Queued(int steps, boolean unroutable) implements CasePlace {}

  /** For who answered last, who is there and has no room. */
  record KeptFor(String agent, Instant until) implements CasePlace {}

  record OfferedTo(String agent, Instant until) implements CasePlace {}

  record HeldBy(String agent) implements CasePlace {}
}
