package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.DeadlineInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an input means for the customer, and so for what is due: whether they wait, and whether they
 * asked again while a reply was pending. For one use, as the change that it is of.
 */
final class WaitingCustomer {
  private final List<DeadlineInput> due = new ArrayList<>();
  private boolean waits;
  private @Nullable Instant askedMeanwhile;

  WaitingCustomer(CasePlace place) {
    this.waits = place.customerWaits();
    this.askedMeanwhile = place.askedMeanwhile();
  }

  boolean waits() {
    return waits;
  }

  @Nullable Instant askedMeanwhile() {
    return askedMeanwhile;
  }

  /** What the deadlines are to be told, in order. */
  List<DeadlineInput> due() {
    return due;
  }

  void begins(Instant askedAt) {
    due.add(new DeadlineInput.Asked(askedAt));
  }

  void enters(Step step, Instant now) {
    due.add(new DeadlineInput.StepEntered(now, step.within()));
  }

  /** The reply that was pending is none any more, or another one knows what was asked since. */
  void forgetMeanwhile() {
    askedMeanwhile = null;
  }

  /** They ask while the case stays where it is. */
  void asksIn(Step step, Instant at) {
    waits = true;
    due.add(new DeadlineInput.Asked(at));
    if (step.state() == Lifecycle.PENDING && askedMeanwhile == null) {
      askedMeanwhile = at;
    }
  }

  /** A reply went out while the case stays where it is. */
  void isSentAReply(Instant at) {
    due.add(new DeadlineInput.Answered(at));
  }

  /** The company answered by other means while the case stays where it is. */
  void isAnsweredElsewhere(Instant at) {
    waits = false;
    askedMeanwhile = null;
    due.add(new DeadlineInput.Answered(at));
  }

  /** Work rests until they do something. */
  void isWaitedFor(Instant now) {
    due.add(new DeadlineInput.RestsForCustomer(now));
  }

  void isWaitedForNoMore(Instant now) {
    due.add(new DeadlineInput.RestsNoMore(now, waits));
  }

  /** Something moves the case on. */
  void sees(ProcessInput.Happened happened) {
    Instant at = happened.at();
    switch (happened.trigger()) {
      case ASKS, REOPENS -> {
        waits = true;
        due.add(new DeadlineInput.Asked(at));
      }
      case SENT, ANSWERED_ELSEWHERE -> {
        waits = askedMeanwhile != null;
        due.add(
            askedMeanwhile == null
                ? new DeadlineInput.Answered(at)
                : new DeadlineInput.Overtaken(at, askedMeanwhile));
      }
      case CLOSES -> {
        waits = false;
        due.add(new DeadlineInput.Closed(at));
      }
      case CLAIMS,
          RELEASES,
          CLAIM_EXPIRES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          WRITES,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          NOT_SENT -> {}
    }
  }

  /** The case is in this state, by whatever way. */
  void findsIn(Lifecycle state, Instant now) {
    switch (state) {
      case WAITING -> {
        waits = true;
        due.add(new DeadlineInput.Asked(now));
      }
      case ANSWERED -> {
        waits = false;
        due.add(new DeadlineInput.Answered(now));
      }
      case CLOSED -> {
        waits = false;
        due.add(new DeadlineInput.Closed(now));
      }
      case CLAIMED, PENDING -> {}
    }
    askedMeanwhile = null;
  }
}
