package dev.switchboard.server.desk;

import static dev.switchboard.engine.casework.CaseDecision.refused;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.people.Ineligible;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.people.ClaimLimits;
import java.util.Optional;

/**
 * Looks whether whoever would take a case, or answers it, may. Of a name that nobody knows nothing
 * is known that could limit it.
 */
final class Takers {
  private final Eligibility eligibility;

  private final FlowRules flows;

  Takers(Eligibility eligibility, FlowRules flows) {
    this.eligibility = eligibility;
    this.flows = flows;
  }

  /** A claim, unless the claimer has no room or may not; whoever takes a case is at work. */
  CaseDecision taking(
      CaseTransaction tx, OpenCase on, Trigger how, String agent, CaseDecision decision) {
    return checked(tx, on, how, agent, decision, true);
  }

  /** The same for a colleague to whom a case is given, and who may be away. */
  CaseDecision giving(CaseTransaction tx, OpenCase on, String to, CaseDecision decision) {
    return checked(tx, on, Trigger.HANDS_OVER, to, decision, false);
  }

  /** What else is done to a case, unless the flow names others for it. */
  CaseDecision acting(
      CaseTransaction tx, OpenCase on, Trigger how, String agent, CaseDecision decision) {
    return decision instanceof CaseDecision.Refused
        ? decision
        : flows
            .refusal(tx, on, how, agent)
            .<CaseDecision>map(CaseDecision::refused)
            .orElse(decision);
  }

  private CaseDecision checked(
      CaseTransaction tx,
      OpenCase on,
      Trigger how,
      String who,
      CaseDecision decision,
      boolean works) {
    CaseDecision byFlow = acting(tx, on, how, who, decision);
    if (byFlow instanceof CaseDecision.Refused) {
      return byFlow;
    }
    ClaimLimits limits = tx.limits();
    Optional<ClaimLimits.Taking> known = limits.lock(who, on.file().id());
    if (known.isEmpty()) {
      return decision;
    }
    Limits theirs = known.get().limits();
    Optional<Refusal> refusal = eligibility.refusal(theirs, known.get().wanted()).map(Refusal::of);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (works) {
      limits.works(theirs, who);
    }
    return decision;
  }

  /** A case that comes back into the hands of who had it, unless they have no room by now. */
  CaseDecision takingBack(CaseTransaction tx, OpenCase on, CaseDecision decision) {
    if (!(decision instanceof CaseDecision.Done(var file, _)
        && file.state() instanceof CaseState.Claimed claim)) {
      return decision;
    }
    return tx.limits()
        .lock(claim.agent(), on.file().id())
        .flatMap(
            known ->
                eligibility.reasons(known.limits(), known.wanted()).stream()
                    .filter(Ineligible.AtCapacity.class::isInstance)
                    .findFirst())
        .<CaseDecision>map(why -> refused(Refusal.of(why)))
        .orElse(decision);
  }

  /** Why a volunteer may not answer a case that they hold: a certification may be withdrawn. */
  Optional<Refusal> answering(CaseTransaction tx, OpenCase on, String agent) {
    return tx.limits()
        .findVolunteer(agent, on.file().id())
        .flatMap(known -> eligibility.refusal(known.limits(), known.wanted()))
        // What they hold, they hold: their room is not asked again.
        .filter(Ineligible.NotCertified.class::isInstance)
        .map(Refusal::of);
  }
}
