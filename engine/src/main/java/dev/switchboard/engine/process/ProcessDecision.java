package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.DeadlineDecision;
import java.time.Duration;

/** What the rules decide, in the order in which it is so. */
public sealed interface ProcessDecision {
  /** Something happens to a step, for the log. */
  record OfStep(StepEvent event) implements ProcessDecision {}

  /** Something becomes of a deadline. */
  record OfDeadline(DeadlineDecision decision) implements ProcessDecision {}

  /**
   * A reply must be approved before it goes out.
   *
   * @param by who may, whoever wrote it excepted
   * @param why in words
   */
  record ApprovalNeeded(String step, Who by, String why) implements ProcessDecision {}

  /** The case has been in a step for so long that others are called, who may act from now on. */
  record Escalated(String step, Duration after, Who to) implements ProcessDecision {}
}
