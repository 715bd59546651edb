package dev.switchboard.store.reads;

import dev.switchboard.engine.event.ExceptionKind;
import java.util.List;
import java.util.Map;

/**
 * What needs a person now: all of it counted, the first of each kind in full, so that many of one
 * kind hide no other.
 *
 * @param first oldest first
 * @param counts how many are open of each kind; kinds of which there are none are left out
 */
public record OpenExceptions(List<ExceptionRow> first, Map<ExceptionKind, Long> counts) {
  public OpenExceptions {
    first = List.copyOf(first);
    counts = Map.copyOf(counts);
  }
}
