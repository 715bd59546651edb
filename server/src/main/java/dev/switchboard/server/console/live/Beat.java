package dev.switchboard.server.console.live;

import dev.switchboard.store.log.LoggedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a fifth of a second, worked out once for all pages.
 *
 * @param seq the number of the last event that it contains
 * @param all the changes of all brands together
 * @param watched cases on which colleagues came, went, or began or stopped to type
 * @param rung names of those for whom there are other notifications than before
 * @param offered names of those who are offered something else than before
 * @param flows whether a flow was kept or chosen
 */
record Beat(
    long seq,
    Changes all,
    Map<String, Changes> byBrand,
    Set<Long> watched,
    Set<String> rung,
    Set<String> offered,
    boolean flows) {
  private static final String FLOW = "flow.";

  static Beat of(long seq, List<LoggedEvent> events, Set<Long> watched, Set<String> rung) {
    return new Beat(
        seq,
        Changes.of(events),
        Changes.byBrand(events),
        watched,
        rung,
        Offered.names(events),
        events.stream().anyMatch(event -> event.type().startsWith(FLOW)));
  }

  /** The changes of one brand, or of all. */
  Changes changes(@Nullable String brand) {
    return brand == null ? all : byBrand.getOrDefault(brand, Changes.NONE);
  }

  boolean isEmpty() {
    return all.isEmpty() && watched.isEmpty() && rung.isEmpty() && offered.isEmpty() && !flows;
  }
}
