package dev.switchboard.engine.casework;

import static dev.switchboard.engine.casework.CaseDecision.done;
import static dev.switchboard.engine.casework.CaseDecision.refused;

import dev.switchboard.engine.casework.CaseState.Answered;
import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.casework.CaseState.Closed;
import dev.switchboard.engine.casework.CaseState.Pending;
import dev.switchboard.engine.casework.CaseState.Waiting;
import dev.switchboard.engine.event.AboutClaims;
import java.time.Instant;
import java.util.List;

/**
 * Cases that rest in their holder's hands. They go on when the holder says so, when the customer
 * writes ({@link PostRules}), and when the time comes ({@link Casework#expire}); whatever else is
 * done with the case ends the pause, too.
 *
 * <p>Pure and immutable, like {@link Casework}.
 */
public final class Pauses {
  private final CasePolicy policy;

  public Pauses(Casework casework) {
    this.policy = casework.policy();
  }

  /** Lets a case rest. The claim lasts as long, and a lease more, to go on with it. */
  public CaseDecision pause(CaseFile file, long token, Pause pause, Instant now) {
    return switch (file.state()) {
      case Claimed c when Casework.holds(c, token, now) -> pause(file, c, pause);
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> Casework.lost(token);
    };
  }

  private CaseDecision pause(CaseFile file, Claimed claim, Pause pause) {
    Pause before = claim.pause();
    if (before != null) {
      return refused(new Refusal.PausedAlready(before.until()));
    }
    Instant expiresAt = pause.until().plus(policy.lease());
    return done(
        file.withState(new Claimed(claim.agent(), claim.token(), expiresAt, pause)),
        new AboutClaims.Paused(claim.agent(), pause.on().word(), pause.reason(), pause.until()));
  }

  /** Goes on with a case that rests. */
  public CaseDecision resume(CaseFile file, long token, Instant now) {
    return switch (file.state()) {
      case Claimed c when Casework.holds(c, token, now) ->
          c.pause() == null
              ? refused(new Refusal.NotPaused())
              : goesOn(file, c, AboutClaims.Resumed.BY_HAND, policy, now);
      case Claimed _, Waiting _, Pending _, Answered _, Closed _ -> Casework.lost(token);
    };
  }

  /** Ends a pause whose time has come; refused before. */
  static CaseDecision expire(CaseFile file, Claimed claim, CasePolicy policy, Instant now) {
    Pause pause = claim.pause();
    return pause != null && pause.lasts(now)
        ? refused(new Refusal.Held(claim.agent(), claim.expiresAt()))
        : goesOn(file, claim, AboutClaims.Resumed.TIME_CAME, policy, now);
  }

  /** The case is its holder's for a lease, to go on with it; who is away then loses it. */
  static CaseDecision.Done goesOn(
      CaseFile file, Claimed claim, String how, CasePolicy policy, Instant now) {
    return new CaseDecision.Done(
        file.withState(new Claimed(claim.agent(), claim.token(), now.plus(policy.lease()))),
        List.of(new AboutClaims.Resumed(claim.agent(), how)));
  }
}
