package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator of deadlines: what is due of a case, and whether that will be kept. Pure and
 * immutable; the caller serialises the inputs of one case.
 *
 * <p>The first question starts the deadline of the first answer and that of closing; a question
 * after an answer, that of the next answer, and while it runs further questions start none. An
 * answer ends both kinds. A case that is reopened has a new deadline for closing.
 *
 * <p>While a case rests until the customer does something, what the company does with it rests,
 * too, where the policy says so: closing it, and the step in which it is. An answer that the
 * customer waits for does not.
 */
public final class Deadlines {
  private final DeadlinePolicy policy;

  public Deadlines(DeadlinePolicy policy) {
    this.policy = policy;
  }

  /** Decides what follows of one input; {@link #on(CaseDeadlines, List, Duration, Instant)}. */
  public DeadlineOutcome on(
      CaseDeadlines before, DeadlineInput input, @Nullable Duration ahead, Instant now) {
    return on(before, List.of(input), ahead, now);
  }

  /**
   * Decides what follows of inputs of one moment, and of the time that has passed.
   *
   * @param ahead how much business time it takes at the current pace until a case such as this one
   *     is answered, or null if that is not known
   * @param now not before earlier inputs
   */
  public DeadlineOutcome on(
      CaseDeadlines before, List<DeadlineInput> inputs, @Nullable Duration ahead, Instant now) {
    DeadlineChange change = new DeadlineChange(policy, before);
    inputs.forEach(input -> take(change, input, now));
    change.look(ahead, now);
    return change.outcome(ahead);
  }

  private static void take(DeadlineChange change, DeadlineInput input, Instant now) {
    switch (input) {
      case DeadlineInput.Asked(var at) -> change.asked(earlier(at, now));
      case DeadlineInput.Answered(var at) -> change.answered(earlier(at, now));
      case DeadlineInput.Overtaken(var at, var askedAt) ->
          change.overtaken(earlier(at, now), earlier(askedAt, now));
      case DeadlineInput.Closed(var at) -> change.closed(earlier(at, now));
      case DeadlineInput.StepEntered(var at, var within) ->
          change.stepEntered(earlier(at, now), within);
      case DeadlineInput.RestsForCustomer(var at) -> change.restsForCustomer(earlier(at, now));
      case DeadlineInput.RestsNoMore(var at, var customerWaits) ->
          change.restsNoMore(earlier(at, now), customerWaits);
      case DeadlineInput.Looked _ -> {}
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
