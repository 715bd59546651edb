package dev.switchboard.server.console.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page shows: its stream carries that and nothing else.
 *
 * @param tab the state of the cases on its list, such as {@code paused} or {@code paused.customer};
 *     empty if it has none
 * @param open the case that is open, or 0
 * @param rows the cases in its list window, at most {@value #MAX_ROWS}
 */
record View(Kind kind, String tab, long open, Set<Long> rows) {
  static final int MAX_ROWS = 200;
  static final View NOTHING = new View(Kind.OTHER, "", 0, Set.of());

  /** Which sort of page it is. */
  enum Kind {
    CASES,
    TRIAGE,
    INCIDENTS,
    /** Counts are all that moves there. */
    OTHER
  }

  View {
    rows = Set.copyOf(rows);
  }

  /**
   * As a page says it.
   *
   * @param kind an unknown word is a page on which nothing but counts moves
   */
  static View of(String kind, String tab, long open, List<Long> rows) {
    List<Long> bounded = rows.subList(0, Math.min(rows.size(), MAX_ROWS));
    return new View(
        switch (kind) {
          case "cases" -> Kind.CASES;
          case "triage" -> Kind.TRIAGE;
          case "incidents" -> Kind.INCIDENTS;
          default -> Kind.OTHER;
        },
        tab,
        Math.max(0, open),
        new HashSet<>(bounded));
  }

  boolean shows(long caseId) {
    return caseId == open || rows.contains(caseId);
  }

  /** All cases that it shows. */
  Set<Long> cases() {
    Set<Long> all = new HashSet<>(rows);
    if (open != 0) {
      all.add(open);
    }
    return all;
  }
}
