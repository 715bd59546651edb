package dev.switchboard.engine.incident.cause;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The suspects of one incident, likeliest first, vetoed ones last; probabilities sum to one with
 * {@code noneOfThese}.
 *
 * @param noneOfThese the probability that none of the changes did it, 0–1
 */
public record CauseRanking(List<LikelyCause> causes, double noneOfThese, Onset onset) {
  /**
   * When customers began to be hit: the median and the bounds of 95 % of the probability.
   *
   * @param at between the bounds
   */
  public record Onset(Instant earliest, Instant at, Instant latest) {}

  public CauseRanking {
    causes = List.copyOf(causes);
  }

  /** The likeliest change, if any is likelier than none of them. */
  public Optional<LikelyCause> blamed() {
    return causes.stream().findFirst().filter(first -> first.probability() > noneOfThese);
  }
}
