package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What moves the deadlines of a case. A moment that lies after now, as a network's clock may say,
 * counts as now.
 */
public sealed interface DeadlineInput {
  /** The customer waits for an answer since then: they asked, or the case was reopened. */
  record Asked(Instant at) implements DeadlineInput {}

  /** Everything that the customer asked was answered. */
  record Answered(Instant at) implements DeadlineInput {}

  /** An answer went out, and the customer had asked again before. */
  record Overtaken(Instant at, Instant askedAt) implements DeadlineInput {}

  /** The case is done. */
  record Closed(Instant at) implements DeadlineInput {}

  /**
   * The case has come to a step.
   *
   * @param within the business time that it may stay there, or null for any
   */
  record StepEntered(Instant at, @Nullable Duration within) implements DeadlineInput {}

  /**
   * Work on it rests until the customer does something; they may wait for an answer all the same.
   */
  record RestsForCustomer(Instant at) implements DeadlineInput {}

  /**
   * It rests no more.
   *
   * @param customerWaits whether the customer waits for an answer
   */
  record RestsNoMore(Instant at, boolean customerWaits) implements DeadlineInput {}

  /** Nothing has happened but time. */
  record Looked() implements DeadlineInput {}

  Looked LOOKED = new Looked();
}
