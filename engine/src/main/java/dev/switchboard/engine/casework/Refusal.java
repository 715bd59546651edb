package dev.switchboard.engine.casework;

import dev.switchboard.engine.people.Ineligible;
import dev.switchboard.engine.privacy.PersonalKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an action on a case is refused. Each is final for the request: the caller must look again.
 */
public sealed interface Refusal {
  /** Another person, or the caller in another window, holds the case. */
  record Held(String agent, Instant expiresAt) implements Refusal {}

  /**
   * A reply by {@code agent} is on its way; the case can be claimed when its fate is known.
   *
   * @param awaiting whether it waits for approval
   */
  record ReplyUnderWay(String agent, long reply, boolean awaiting) implements Refusal {
    static ReplyUnderWay of(CaseState.Pending pending) {
      return new ReplyUnderWay(pending.agent(), pending.reply(), pending.awaiting());
    }
  }

  /** One can't take a case over from oneself. */
  record AlreadyYours(String agent) implements Refusal {}

  /** Nobody decides on a reply that they wrote, or that was written with their key or session. */
  record OwnReply(long reply) implements Refusal {}

  /** Only who wrote a reply may withdraw it. */
  record NotTheWriter(String writer, long reply) implements Refusal {}

  /** The reply does not wait for approval: it was decided on, or never had to. */
  record NotAwaiting(long reply) implements Refusal {}

  /** The token is not that of a running claim: it expired, was released or taken over. */
  record ClaimLost(long token) implements Refusal {}

  /** Posts have come that the writer had not seen. */
  record MovedOn(long seenThrough, long lastPost) implements Refusal {}

  /** The action makes no sense in this state, for example to reopen an open case. */
  record WrongState(String action, CaseState state) implements Refusal {}

  /** The conversation has an open case already, and may have one only. */
  record GoesOnElsewhere(long caseId) implements Refusal {}

  /** The reply would show personal data to everybody, and its writer has not said that it may. */
  record PersonalDataShown(List<PersonalKind> kinds) implements Refusal {
    public PersonalDataShown {
      kinds = List.copyOf(kinds);
    }

    /** What stands in it, for example "a card number and a phone number". */
    public String what() {
      return PersonalKind.all(kinds);
    }
  }

  /** Whoever would take the case holds as much as they can. */
  record AtCapacity(String person, int held, int capacity) implements Refusal {}

  /**
   * Whoever would take the case, or answers it, is a volunteer whom nobody has certified for it.
   *
   * @param topic what the case is about; null if nobody has said
   */
  record NotCertified(String person, @Nullable String topic) implements Refusal {}

  /**
   * The company's flow names others for the step in which the case is.
   *
   * @param who those whom it names, in words
   */
  record NotForYou(String person, String step, String who) implements Refusal {}

  /** No flow names anybody to decide on this reply, and this person is none of those who may. */
  record NotAnApprover(String person) implements Refusal {}

  /** The flow does not say to whom a case in this step is passed on. */
  record NowhereToPassOn(String step) implements Refusal {}

  /** The case rests already. */
  record PausedAlready(Instant until) implements Refusal {}

  /** The case does not rest. */
  record NotPaused() implements Refusal {}

  /** What speaks against giving somebody a case, as a refusal. */
  static Refusal of(Ineligible reason) {
    return switch (reason) {
      case Ineligible.AtCapacity(var person, var held, var capacity) ->
          new AtCapacity(person, held, capacity);
      case Ineligible.NotCertified(var person, var topic) -> new NotCertified(person, topic);
      case Ineligible.OtherBrand _, Ineligible.NotThere _ ->
          throw new IllegalArgumentException("this refuses nobody by hand: " + reason);
    };
  }

  /** A sentence for the caller: what is wrong and what to do. */
  default String sentence() {
    return switch (this) {
      case Held(var agent, var until) ->
          "%s holds this case until %s; wait, or ask for a hand-over.".formatted(agent, until);
      case ReplyUnderWay(var agent, var reply, var awaiting) when awaiting ->
          "Reply %d by %s waits for approval; it must be approved, sent back or withdrawn first."
              .formatted(reply, agent);
      case ReplyUnderWay(var agent, _, _) ->
          "A reply by %s is on its way; look again when it is sent.".formatted(agent);
      case ClaimLost(var token) ->
          "Token %d is no longer a claim on this case: it expired, was released or taken over; claim again."
              .formatted(token);
      case AlreadyYours(var agent) ->
          "%s holds this case already; use the token of that claim.".formatted(agent);
      case OwnReply(var reply) ->
          "Nobody approves or sends back their own reply; reply %d needs a colleague's eyes."
              .formatted(reply);
      case NotTheWriter(var writer, var reply) ->
          "Only %s can withdraw reply %d; send it back instead.".formatted(writer, reply);
      case NotAwaiting(var reply) ->
          "Reply %d does not wait for approval, or no longer; look at the case again."
              .formatted(reply);
      case MovedOn(var seen, var last) ->
          "The conversation has moved on: you saw it through post %d, it now ends with post %d; read what is new and send again."
              .formatted(seen, last);
      case WrongState(var action, var state) ->
          "A case that is %s can't be %s.".formatted(state.word(), action);
      case GoesOnElsewhere(var caseId) ->
          "The conversation goes on in case %d; act on that one.".formatted(caseId);
      case PersonalDataShown shown ->
          "Everybody could read %s in this reply; leave it out, or say that it is intended."
              .formatted(shown.what());
      case AtCapacity(var person, var held, var capacity) ->
          "%s holds as much as they can, %d of %d: let another case go first."
              .formatted(person, held, capacity);
      case NotForYou(var person, var step, var who) ->
          "%s may not act in step \"%s\" of the flow: it is for %s.".formatted(person, step, who);
      case NotAnApprover(var person) ->
          "%s may not approve or send back this reply: where no flow names others, leads do."
              .formatted(person);
      case NowhereToPassOn(var step) ->
          "The flow does not say where a case in step \"%s\" is passed on to; hand it to a colleague."
              .formatted(step);
      case PausedAlready(var until) ->
          "The case rests already, until %s; resume it first to pause it anew.".formatted(until);
      case NotPaused _ -> "The case does not rest, or no longer; look at it again.";
      case NotCertified(var person, var topic) when topic == null ->
          "%s is a volunteer, and nobody has said what this case is about; tag it first."
              .formatted(person);
      case NotCertified(var person, var topic) ->
          "%s is a volunteer and not certified for \"%s\"; a lead can certify them."
              .formatted(person, topic);
    };
  }
}
