package dev.switchboard.store.triage;

/** How many posts stand on each list; none counts further than {@link #MAX_COUNTED}. */
public record TriageCounts(int setAside, int unsure, int worthAnswering, int audit) {
  public static final int MAX_COUNTED = 1_000;

  /** How many stand on one. */
  public int of(TriageView view) {
    return switch (view) {
      case SET_ASIDE -> setAside;
      case UNSURE -> unsure;
      case WORTH_ANSWERING -> worthAnswering;
      case AUDIT -> audit;
    };
  }
}
