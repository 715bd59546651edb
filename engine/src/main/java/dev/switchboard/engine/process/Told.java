package dev.switchboard.engine.process;

import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutCustomers;
import dev.switchboard.engine.event.AboutDeadlines;
import dev.switchboard.engine.event.AboutFlows;
import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.triage.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a case means for its place in the flow. It has happened: nobody is asked whether
 * it may.
 *
 * @param by who did it, or null
 * @param to to whom the case went, or null
 * @param step the step in which a reply waits for approval, if the flow asked for it; else null
 * @param awaits whether a reply waits for approval
 */
public record Told(
    Trigger trigger,
    @Nullable String by,
    @Nullable String to,
    Instant at,
    @Nullable String step,
    boolean awaits) {

  /**
   * What an event means to a case that stands in a step of this state; empty if nothing. The
   * opening of a case is none of them: {@link Projection#begin}.
   *
   * @param actor who did it, as the log says, or null
   */
  public static Optional<Told> of(Event event, Lifecycle here, @Nullable String actor, Instant at) {
    return switch (event) {
      case Event.PostReceived post -> asked(post, here) ? told(Trigger.ASKS, null, at) : nothing();
      case Event.CaseAskedAgain _ -> told(Trigger.ASKS, null, at);
      case Event.CaseAnswered(var repliedAt, var elsewhere) when elsewhere ->
          told(Trigger.ANSWERED_ELSEWHERE, null, repliedAt);
      // A reply that had been given up went out after all; otherwise its sending has said so.
      case Event.CaseAnswered _ ->
          here == Lifecycle.WAITING ? told(Trigger.SENT, null, at) : nothing();
      case Event.ReplySent _ ->
          here == Lifecycle.PENDING ? told(Trigger.SENT, null, at) : nothing();
      case Event.ReplyNotSent(_, _, var retryAt) ->
          retryAt == null ? told(Trigger.NOT_SENT, null, at) : nothing();
      case Event.CaseReopened _ -> told(Trigger.REOPENS, actor, at);
      case Event.CaseClosed _ -> told(Trigger.CLOSES, actor, at);
      // What ended the claim before, and in whose hands the case is now, stands before it.
      case Event.CaseClaimed _ ->
          here == Lifecycle.CLAIMED ? nothing() : told(Trigger.CLAIMS, actor, at);
      case Event.CaseReleased _ -> told(Trigger.RELEASES, actor, at);
      case Event.ClaimExpired _ -> told(Trigger.CLAIM_EXPIRES, null, at);
      case Event.CaseTransferred(var to) ->
          Optional.of(new Told(Trigger.HANDS_OVER, actor, to, at, null, false));
      case Event.ReplyQueued _ ->
          told(here == Lifecycle.PENDING ? Trigger.APPROVES : Trigger.WRITES, actor, at);
      case AboutClaims about -> of(about, here, actor, at);
      case Event.PostEdited _,
          Event.PostDeleted _,
          Event.ConversationsMerged _,
          Event.PostSetAside _,
          Event.PostBroughtBack _,
          Event.PostThanked _,
          Event.PostTagged _,
          Event.PostAudited _,
          Event.PostUndone _,
          Event.ModelPublished _,
          Event.PromiseChanged _,
          Event.CaseOpened _,
          Event.NoteAdded _,
          Event.ReplyUnknown _,
          Event.ExceptionRaised _,
          Event.ExceptionCleared _,
          AboutCustomers _,
          AboutDeadlines _,
          AboutFlows _,
          AboutIncidents _,
          AboutOffers _,
          AboutPeople _,
          AboutSteps _,
          AboutTeams _ ->
          nothing();
    };
  }

  private static Optional<Told> of(
      AboutClaims event, Lifecycle here, @Nullable String actor, Instant at) {
    return switch (event) {
      case AboutClaims.TakenOver(_, var to, _, _) -> told(Trigger.TAKES_OVER, to, at);
      case AboutClaims.ApprovalAsked(_, var person, _, _, var step, _) ->
          Optional.of(
              here == Lifecycle.PENDING
                  ? new Told(Trigger.APPROVES, actor, null, at, step, true)
                  : new Told(Trigger.WRITES, person, null, at, step, true));
      // What comes next stands beside it: the reply goes out, or another approval is asked for.
      case AboutClaims.Approved _ -> nothing();
      case AboutClaims.SentBack _ -> told(Trigger.SENDS_BACK, actor, at);
      case AboutClaims.Withdrawn(_, var person) -> told(Trigger.WITHDRAWS, person, at);
      case AboutClaims.PassedOn _ -> told(Trigger.PASSES_ON, actor, at);
      // They leave a case in its step: Projection#paused and #resumed.
      case AboutClaims.Paused _, AboutClaims.Resumed _ -> nothing();
      case AboutClaims.ReviewChanged _ -> nothing();
    };
  }

  /**
   * Whether a customer asks while somebody works on their case. Otherwise the case itself says
   * whether it waits: a late post may have been answered already.
   */
  private static boolean asked(Event.PostReceived post, Lifecycle here) {
    return post.direction() == Direction.IN
        && post.verdict() != null
        && post.verdict() != Verdict.SET_ASIDE
        && (here == Lifecycle.CLAIMED || here == Lifecycle.PENDING);
  }

  private static Optional<Told> told(Trigger trigger, @Nullable String by, Instant at) {
    return Optional.of(new Told(trigger, by, null, at, null, false));
  }

  private static Optional<Told> nothing() {
    return Optional.empty();
  }
}
