package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.IncidentState;
import org.jspecify.annotations.Nullable;

/** What became of what a person wanted to do with an incident. */
public sealed interface IncidentResult {
  /**
   * It is so now.
   *
   * @param action what undoing names, after a merge or a split; else null
   */
  record Done(long id, IncidentState state, @Nullable Long action) implements IncidentResult {}

  /** It makes no sense as the incident stands; a sentence for people. */
  record NotPossible(long id, String sentence) implements IncidentResult {}

  record NoSuchIncident(long id) implements IncidentResult {}

  /** The database is away, or too much waits: try again a little later; nothing was done. */
  record Later(String sentence) implements IncidentResult {}
}
