package dev.switchboard.store.incidents;

import dev.switchboard.store.reads.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the console and the API read of incidents. Any thread. */
public interface IncidentReads {
  /**
   * Lists incidents, newest first.
   *
   * @throws IllegalArgumentException with a sentence, if the cursor is none of ours
   */
  Page<IncidentRow> incidents(IncidentQuery query);

  Optional<IncidentDetail> findIncident(long id);

  /** The latest incident that a post of this case's conversation reports; empty if none does. */
  Optional<IncidentRow> findByCase(long caseId);

  /** How many are open or acknowledged, of one brand or of all. */
  int countLive(@Nullable String brand);
}
