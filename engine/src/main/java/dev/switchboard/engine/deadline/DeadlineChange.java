package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One input's way through the deadlines of a case. For one use. */
final class DeadlineChange {
  private final DeadlinePolicy policy;
  private final BusinessHours hours;
  private final Map<DeadlineKind, Deadline> open = new EnumMap<>(DeadlineKind.class);
  private final List<DeadlineDecision> decisions = new ArrayList<>();
  private boolean answeredOnce;

  DeadlineChange(DeadlinePolicy policy, CaseDeadlines before) {
    this.policy = policy;
    this.hours = policy.hours();
    this.answeredOnce = before.answeredOnce();
    before.open().forEach(deadline -> open.put(deadline.kind(), deadline));
  }

  void asked(Instant at) {
    start(answeredOnce ? DeadlineKind.NEXT_ANSWER : DeadlineKind.FIRST_ANSWER, at);
    goOn(DeadlineKind.CLOSE, at);
    start(DeadlineKind.CLOSE, at);
  }

  /** An answer went out that a question of {@code askedAt} had overtaken: nothing rests. */
  void overtaken(Instant at, Instant askedAt) {
    endAnswers(at);
    asked(askedAt);
  }

  private void endAnswers(Instant at) {
    end(DeadlineKind.FIRST_ANSWER, at);
    end(DeadlineKind.NEXT_ANSWER, at);
    answeredOnce = true;
  }

  void answered(Instant at) {
    endAnswers(at);
    if (policy.pausedWhileAnswered()) {
      rest(DeadlineKind.CLOSE, at);
    }
  }

  void closed(Instant at) {
    drop(DeadlineKind.FIRST_ANSWER, at);
    drop(DeadlineKind.NEXT_ANSWER, at);
    end(DeadlineKind.CLOSE, at);
  }

  void stepEntered(Instant at, @Nullable Duration within) {
    end(DeadlineKind.STEP, at);
    if (within != null) {
      start(Deadline.from(DeadlineKind.STEP, within, at));
    }
  }

  void restsForCustomer(Instant at) {
    if (policy.pausedWhileAnswered()) {
      rest(DeadlineKind.CLOSE, at);
      rest(DeadlineKind.STEP, at);
    }
  }

  /** That for closing rests on for who has been answered. */
  void restsNoMore(Instant at, boolean customerWaits) {
    if (customerWaits) {
      goOn(DeadlineKind.CLOSE, at);
    }
    goOn(DeadlineKind.STEP, at);
  }

  private void rest(DeadlineKind kind, Instant at) {
    Deadline deadline = open.get(kind);
    if (deadline != null && !deadline.paused()) {
      pause(deadline, at);
    }
  }

  private void goOn(DeadlineKind kind, Instant at) {
    Deadline deadline = open.get(kind);
    if (deadline != null && deadline.paused()) {
      resume(deadline, at);
    }
  }

  /** What time alone decides. */
  void look(@Nullable Duration ahead, Instant now) {
    for (Deadline deadline : List.copyOf(open.values())) {
      if (!deadline.paused() && !deadline.breached()) {
        judge(deadline, needed(deadline, ahead), now);
      }
    }
  }

  DeadlineOutcome outcome(@Nullable Duration ahead) {
    Instant next = null;
    for (Deadline deadline : open.values()) {
      Instant at = nextLook(deadline, ahead);
      if (at != null && (next == null || at.isBefore(next))) {
        next = at;
      }
    }
    return new DeadlineOutcome(
        new CaseDeadlines(List.copyOf(open.values()), answeredOnce), decisions, next);
  }

  private @Nullable Instant nextLook(Deadline deadline, @Nullable Duration ahead) {
    if (deadline.breached() || deadline.paused()) {
      return null;
    }
    return deadline.foreseen()
        ? deadline.dueAt(hours)
        : deadline.whenLeft(needed(deadline, ahead), hours);
  }

  private void start(DeadlineKind kind, Instant at) {
    Duration target = policy.targets().get(kind);
    if (target != null && !open.containsKey(kind)) {
      start(Deadline.from(kind, target, at));
    }
  }

  private void start(Deadline deadline) {
    open.put(deadline.kind(), deadline);
    decisions.add(new DeadlineDecision.Started(deadline.kind(), deadline.dueAt(hours)));
  }

  private void pause(Deadline deadline, Instant at) {
    Deadline judged = judgeIfPast(deadline, at);
    if (!judged.breached()) {
      takeBack(judged);
      decisions.add(new DeadlineDecision.Paused(judged.kind(), judged.leftAt(at, hours)));
    }
    open.put(judged.kind(), judged.pausedAt(at, hours));
  }

  private void resume(Deadline deadline, Instant at) {
    Deadline resumed = deadline.resumedAt(at);
    open.put(resumed.kind(), resumed);
    if (!resumed.breached()) {
      decisions.add(new DeadlineDecision.Resumed(resumed.kind(), resumed.dueAt(hours)));
    }
  }

  private void end(DeadlineKind kind, Instant at) {
    Deadline deadline = open.get(kind);
    if (deadline == null) {
      return;
    }
    Duration left = deadline.leftAt(at, hours);
    if (left.isPositive()) {
      takeBack(deadline);
      decisions.add(new DeadlineDecision.Met(kind, left));
    } else {
      judgeIfPast(deadline, at);
      decisions.add(new DeadlineDecision.EndedLate(kind, left.negated()));
    }
    open.remove(kind);
  }

  /** Ends what nobody waits for any more; a breach that was there stays one. */
  private void drop(DeadlineKind kind, Instant at) {
    Deadline deadline = open.get(kind);
    if (deadline == null) {
      return;
    }
    takeBack(judgeIfPast(deadline, at));
    decisions.add(new DeadlineDecision.Dropped(kind));
    open.remove(kind);
  }

  private Deadline judgeIfPast(Deadline deadline, Instant at) {
    return deadline.paused() || deadline.breached() || deadline.leftAt(at, hours).isPositive()
        ? deadline
        : judge(deadline, Duration.ZERO, at);
  }

  private Deadline judge(Deadline deadline, Duration needed, Instant now) {
    Duration left = deadline.leftAt(now, hours);
    Deadline judged = deadline;
    if (left.compareTo(needed) <= 0 || !left.isPositive()) {
      judged = foresee(judged, left, needed);
    } else if (judged.foreseen()) {
      judged = takeBack(judged);
    }
    if (!left.isPositive()) {
      decisions.add(new DeadlineDecision.Breached(judged.kind(), judged.dueAt(hours)));
      judged = judged.past();
    }
    open.put(judged.kind(), judged);
    return judged;
  }

  private Deadline foresee(Deadline deadline, Duration left, Duration needed) {
    if (deadline.foreseen()) {
      return deadline;
    }
    Duration shown = left.isNegative() ? Duration.ZERO : left;
    decisions.add(
        new DeadlineDecision.BreachForeseen(deadline.kind(), deadline.dueAt(hours), shown, needed));
    return deadline.withForeseen(true);
  }

  private Deadline takeBack(Deadline deadline) {
    if (!deadline.foreseen() || deadline.breached()) {
      return deadline;
    }
    decisions.add(new DeadlineDecision.ForesightTakenBack(deadline.kind()));
    return deadline.withForeseen(false);
  }

  private Duration needed(Deadline deadline, @Nullable Duration ahead) {
    return ahead != null && deadline.kind().isAnswer()
        ? ahead
        : Duration.ofNanos((long) Math.floor(deadline.target().toNanos() * policy.foreseeShare()));
  }
}
