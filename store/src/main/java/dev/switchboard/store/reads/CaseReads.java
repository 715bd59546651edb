package dev.switchboard.store.reads;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** The cases of these ids, in no order; those that don't exist are left out. */
  List<CaseRow> cases(Collection<Long> ids);

  Optional<CaseDetail> findCase(long id);

  /** Counts by state, of one brand or of all. */
  StateCounts counts(@Nullable String brand);

  /** How many cases each person holds or has a reply under way for, of one brand or of all. */
  Map<String, Integer> held(@Nullable String brand);

  /** Exceptions not cleared, oldest first, at most 500. */
  List<ExceptionRow> exceptions(@Nullable String brand);

  /** Brands by name. */
  List<String> brands();
}
