package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.ForTheLog;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.NotAllowed;
import dev.switchboard.engine.process.Situation;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.process.WhoMay;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.process.Actors;
import dev.switchboard.store.process.StandsNow;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a company's flow says before something is done to a case. A step for which it names nobody
 * costs no statement. Any thread.
 */
public final class FlowRules {
  private final FlowBook flows;

  public FlowRules(FlowBook flows) {
    this.flows = flows;
  }

  WhoMay of(OpenCase on) {
    return of(new StandsNow(Lifecycle.of(on.file().state()), on.place(), on.chosen()));
  }

  WhoMay of(StandsNow now) {
    CasePlace place = now.place();
    Flow flow = flows.of(place == null ? null : place.flow(), now.chosen());
    return new WhoMay(flow, place, now.state());
  }

  /** Why somebody may not do this to the case; empty if they may. */
  Optional<Refusal> refusal(CaseTransaction tx, OpenCase on, Trigger trigger, String person) {
    WhoMay who = of(on);
    return who.asksNobody(trigger)
        ? Optional.empty()
        : who.refusal(trigger, Actors.read(tx.handle(), person)).map(FlowRules::refusal);
  }

  /** The first approval that the flow asks for, of a reply to this case. */
  @Nullable ApprovalReason approval(OpenCase on, ApprovalPolicy.Occasion reply) {
    WhoMay who = of(on);
    return who.hasApprovals()
        ? reason(who.approval(situation(reply), reply.volunteer()).orElse(null))
        : null;
  }

  /** The approval after the one in {@code step}. */
  @Nullable ApprovalReason approvalAfter(OpenCase on, String step, ApprovalPolicy.Occasion reply) {
    return reason(of(on).nextApproval(step, situation(reply), reply.volunteer()).orElse(null));
  }

  /**
   * Why somebody may not approve or send back a reply: the one rule for what is done and for what
   * is shown. Whom the flow names decides on what it asks for, and nobody else; on the rest decide
   * those who approve at the desk.
   *
   * @param step in which the reply waits, if the flow asked for its approval; else null
   * @param actor who decides, as flows see them; asked for if the flow must know
   */
  Optional<Refusal> deciding(WhoMay who, @Nullable String step, By by, Supplier<Actor> actor) {
    if (step == null || !who.asksForApproval(step)) {
      return by.approves() ? Optional.empty() : Optional.of(new Refusal.NotAnApprover(by.agent()));
    }
    return who.deciding(step, actor.get()).map(FlowRules::refusal);
  }

  private static Situation situation(ApprovalPolicy.Occasion reply) {
    return new Situation(null, reply.topics(), reply.reviewed(), null);
  }

  private static @Nullable ApprovalReason reason(WhoMay.@Nullable Asked asked) {
    return asked == null
        ? null
        : new ApprovalReason(
            ApprovalReason.Kind.FLOW,
            "%s, for %s".formatted(asked.why(), asked.by().words()),
            asked.step(),
            ForTheLog.called(asked.by()));
  }

  private static Refusal refusal(NotAllowed why) {
    return switch (why) {
      case NotAllowed.NotForYou(var person, var step, var who) ->
          new Refusal.NotForYou(person, step, who.words());
      case NotAllowed.NotHere _,
          NotAllowed.NowhereToGo _,
          NotAllowed.NotCertified _,
          NotAllowed.HeldByAnother _,
          NotAllowed.OwnReply _,
          NotAllowed.NotTheWriter _,
          NotAllowed.AwaitsApproval _,
          NotAllowed.NotAwaiting _,
          NotAllowed.NobodyNamed _,
          NotAllowed.WrongProgress _ ->
          throw new IllegalStateException("casework says this: " + why.sentence());
    };
  }
}
