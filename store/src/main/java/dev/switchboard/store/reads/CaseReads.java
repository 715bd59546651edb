package dev.switchboard.store.reads;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the console and the API read. Any thread. */
public interface CaseReads {
  /**
   * Lists cases.
   *
   * @throws IllegalArgumentException with a sentence, if the cursor is none of ours
   */
  Page<CaseRow> cases(CaseQuery query);

  Optional<CaseDetail> findCase(long id);

  /** Counts by state, of one brand or of all. */
  StateCounts counts(@Nullable String brand);

  /** Exceptions not cleared, oldest first, at most 500. */
  List<ExceptionRow> exceptions(@Nullable String brand);

  /** Brands by name. */
  List<String> brands();
}
