package dev.switchboard.engine.routing;

import java.util.Locale;

/**
 * Those whom more than 10,000 follow waited less than those whom fewer than 1,000 follow.
 *
 * @param loud how many were compared, and {@code quiet} with how many
 * @param loudShorter how often the loud one waited less, if one of each is taken by chance who
 *     wrote in the same language on the same network; .5 is even
 * @param z how many standard deviations from even; negative
 */
public record LoudFirst(long loud, long quiet, double loudShorter, double z) {
  /** In words. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "Customers with more than 10,000 followers waited less than those with fewer than 1,000 in"
            + " %.0f %% of comparisons (%,d with %,d customers).",
        100 * loudShorter,
        loud,
        quiet);
  }
}
