package dev.switchboard.engine.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows of an input.
 *
 * @param deadlines as they are then
 * @param decisions in the order in which they are taken
 * @param lookAgainAt when time alone decides something, if the queue ahead stays as it is; null if
 *     it does not
 */
public record DeadlineOutcome(
    CaseDeadlines deadlines, List<DeadlineDecision> decisions, @Nullable Instant lookAgainAt) {
  public DeadlineOutcome {
    decisions = List.copyOf(decisions);
  }
}
