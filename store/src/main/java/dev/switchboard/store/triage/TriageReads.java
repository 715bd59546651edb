package dev.switchboard.store.triage;

import dev.switchboard.store.reads.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists that triage makes, for console and API. Any thread. */
public interface TriageReads {
  /**
   * Lists posts.
   *
   * @throws IllegalArgumentException with a sentence, if the cursor is none of ours
   */
  Page<TriagePostRow> posts(TriageQuery query);

  /** A customer's post; empty if there is none, or it is the brand's own. */
  Optional<TriagePostRow> findPost(long id);

  /** Counts by list, of one brand or of all. */
  TriageCounts counts(@Nullable String brand);
}
