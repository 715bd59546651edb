package dev.switchboard.store.floor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Late cases, and those that will be late as things go, with something in common: an incident that
 * goes on or, where they are known to belong to none, what they are about.
 *
 * @param incident to which they belong, or null
 * @param terms the words that the incident's reports have in common; empty without one
 * @param all whether these are all of the incident's: it names 500 posts at most
 * @param topic as people tagged it, or as triage takes it; null with an incident, or if nobody
 *     knows
 * @param breached how many cases are past a deadline
 * @param inDanger of how many others a breach is foreseen
 * @param since when the first of them was found to be late, or foreseen to be
 */
public record LateRow(
    @Nullable Long incident,
    List<String> terms,
    boolean all,
    @Nullable String topic,
    long breached,
    long inDanger,
    Instant since) {
  public LateRow {
    terms = List.copyOf(terms);
  }
}
