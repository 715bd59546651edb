package dev.switchboard.engine.process;

import dev.switchboard.engine.people.Ineligible;

/** Why a flow does not let somebody do something. */
public sealed interface NotAllowed {
  /** It makes no sense where the case stands. */
  record NotHere(String step, Lifecycle state, Trigger trigger) implements NotAllowed {}

  /** The flow does not say where the case would go. */
  record NowhereToGo(String step, Trigger trigger) implements NotAllowed {}

  /** Others are to act. */
  record NotForYou(String person, String step, Who who) implements NotAllowed {}

  /** A volunteer, and nobody has said that they can answer this. */
  record NotCertified(Ineligible.NotCertified reason) implements NotAllowed {}

  /** Somebody else holds the case. */
  record HeldByAnother(String person, String holder) implements NotAllowed {}

  /** Nobody approves what they wrote. */
  record OwnReply(String person) implements NotAllowed {}

  /** Only who wrote a reply takes it back. */
  record NotTheWriter(String person, String writer) implements NotAllowed {}

  /** The reply must be approved first. */
  record AwaitsApproval(String step, Who by) implements NotAllowed {}

  /** There is nothing to approve. */
  record NotAwaiting(String step) implements NotAllowed {}

  /** It must be said who does it, or to whom. */
  record NobodyNamed(Trigger trigger) implements NotAllowed {}

  /** Work was not begun, or rests already, or does not rest. */
  record WrongProgress(String step, String what) implements NotAllowed {}

  /** A sentence: what is wrong and, where something can be done, what. */
  default String sentence() {
    return switch (this) {
      case NotHere(var step, var state, var trigger) ->
          "The case is in step \"%s\" (%s), where it can't be %s; look at it again."
              .formatted(step, state.word(), trigger.done());
      case NowhereToGo(var step, var trigger) ->
          "The flow does not say where a case in step \"%s\" goes when it is %s."
              .formatted(step, trigger.done());
      case NotForYou(var person, var step, var who) ->
          "%s may not act in step \"%s\": it is for %s.".formatted(person, step, who.words());
      case NotCertified(var reason) -> reason.sentence();
      case HeldByAnother(var person, var holder) ->
          "%s can't do this: %s holds the case; ask for a hand-over.".formatted(person, holder);
      case OwnReply(var person) ->
          "%s wrote this reply; a colleague approves it or sends it back.".formatted(person);
      case NotTheWriter(var person, var writer) ->
          "%s can't withdraw a reply by %s; send it back instead.".formatted(person, writer);
      case AwaitsApproval(var step, var by) ->
          "The reply waits in step \"%s\" for approval by %s.".formatted(step, by.words());
      case NotAwaiting(var step) ->
          "No reply waits for approval in step \"%s\", or no longer.".formatted(step);
      case NobodyNamed(var trigger) ->
          "A case is not %s by nobody; say who, and to whom.".formatted(trigger.done());
      case WrongProgress(var step, var what) -> "Work on step \"%s\" %s.".formatted(step, what);
    };
  }
}
