package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.IncidentAction;
import java.time.Instant;

/** What moves incidents and stands in no event. */
public sealed interface IncidentInput {
  /** The moment of deciding. */
  Instant at();

  /** Time passed, for all brands. */
  record Tick(Instant at) implements IncidentInput {}

  /** A person acted. */
  record Act(String brand, IncidentAction action, Instant at) implements IncidentInput {}

  /**
   * One as it was kept.
   *
   * @param afterSeq it came after this event and before the next
   */
  record Kept(long afterSeq, IncidentInput input) {}
}
