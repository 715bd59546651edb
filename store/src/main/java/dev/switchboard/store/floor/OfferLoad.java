package dev.switchboard.store.floor;

import java.util.Map;

/**
 * Offers that are out, and how those of the last hour ended.
 *
 * @param open how many wait for an answer
 * @param to how many of them each person has, by the person's id; who has none is not in it
 * @param withdrawn taken by hand, or needed by nobody any more
 */
public record OfferLoad(
    long open,
    Map<Integer, Integer> to,
    long accepted,
    long declined,
    long expired,
    long withdrawn) {
  public OfferLoad {
    to = Map.copyOf(to);
  }

  /** How many a person has, from 0. */
  public int to(int person) {
    return to.getOrDefault(person, 0);
  }
}
