package dev.switchboard.engine.process;

import dev.switchboard.engine.people.Ineligible;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may do what with a case where it stands. */
final class Permits {
  private final CasePlace place;
  private final Step step;
  private final Situation situation;

  Permits(Flow flow, CasePlace place, Situation situation) {
    this.place = place;
    this.step = flow.getStep(place.step());
    this.situation = situation;
  }

  /** Why something that leads to {@code next} is not to be; empty if it is. */
  Optional<NotAllowed> refusal(ProcessInput.Happened happened, Step next) {
    Actor by = happened.by();
    return switch (happened.trigger()) {
      case ASKS, CLAIM_EXPIRES, NOT_SENT, ANSWERED_ELSEWHERE -> Optional.empty();
      case SENT -> sending();
      case CLOSES, REOPENS -> by == null ? Optional.empty() : acting(by);
      case RELEASES, WRITES, PASSES_ON -> by == null ? nobody(happened) : acting(by);
      case CLAIMS -> by == null ? nobody(happened) : claiming(by, next);
      case TAKES_OVER -> by == null ? nobody(happened) : entering(by, step);
      case HANDS_OVER ->
          by == null || happened.to() == null ? nobody(happened) : handing(by, happened.to(), next);
      case APPROVES, SENDS_BACK, WITHDRAWS ->
          by == null ? nobody(happened) : deciding(by, happened.trigger());
    };
  }

  /** One takes a case from a step, to work on it in the next; who was called there may, too. */
  private Optional<NotAllowed> claiming(Actor by, Step next) {
    return entering(by, step).or(() -> isCalled(by) ? Optional.empty() : entering(by, next));
  }

  private Optional<NotAllowed> handing(Actor by, Actor to, Step next) {
    return holding(by).or(() -> entering(to, next));
  }

  /** Whoever holds the case, where somebody does; otherwise those whom the step names. */
  private Optional<NotAllowed> acting(Actor by) {
    return step.state() == Lifecycle.CLAIMED ? holding(by) : entering(by, step);
  }

  Optional<NotAllowed> holding(Actor by) {
    String holder = place.worker();
    return holder == null || holder.equals(by.name())
        ? Optional.empty()
        : Optional.of(new NotAllowed.HeldByAnother(by.name(), holder));
  }

  /** Whether somebody may take a case of a step. */
  Optional<NotAllowed> entering(Actor actor, Step entered) {
    if (!entered.who().has(actor) && !(entered.equals(step) && isCalled(actor))) {
      return Optional.of(new NotAllowed.NotForYou(actor.name(), entered.name(), entered.who()));
    }
    String topic = situation.topic();
    return actor.volunteer() && !knows(actor, topic)
        ? Optional.of(new NotAllowed.NotCertified(new Ineligible.NotCertified(actor.name(), topic)))
        : Optional.empty();
  }

  private static boolean knows(Actor actor, @Nullable String topic) {
    return topic != null && actor.topics().contains(topic.toLowerCase(Locale.ROOT));
  }

  /** Whether the step has escalated to somebody. */
  private boolean isCalled(Actor actor) {
    return step.escalations().subList(0, place.escalated()).stream()
        .anyMatch(escalation -> escalation.to().has(actor));
  }

  private Optional<NotAllowed> deciding(Actor by, Trigger trigger) {
    CasePlace.PendingReply reply = place.reply();
    Approval approval = step.approval();
    if (reply == null || !reply.awaitsApproval() || approval == null) {
      return Optional.of(new NotAllowed.NotAwaiting(step.name()));
    }
    boolean own = reply.writer().equals(by.name());
    if (trigger == Trigger.WITHDRAWS) {
      return own
          ? Optional.empty()
          : Optional.of(new NotAllowed.NotTheWriter(by.name(), reply.writer()));
    }
    if (own) {
      return Optional.of(new NotAllowed.OwnReply(by.name()));
    }
    return approval.by().has(by) || isCalled(by)
        ? Optional.empty()
        : Optional.of(new NotAllowed.NotForYou(by.name(), step.name(), approval.by()));
  }

  private Optional<NotAllowed> sending() {
    CasePlace.PendingReply reply = place.reply();
    Approval approval = step.approval();
    return reply != null && reply.awaitsApproval() && approval != null
        ? Optional.of(new NotAllowed.AwaitsApproval(step.name(), approval.by()))
        : Optional.empty();
  }

  private static Optional<NotAllowed> nobody(ProcessInput.Happened happened) {
    return Optional.of(new NotAllowed.NobodyNamed(happened.trigger()));
  }
}
