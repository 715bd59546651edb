package dev.switchboard.server.console;

import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.server.console.view.Agent;

/** Refusals for somebody who looks at the case, and so needs no numbers. */
final class Refusals {
  private Refusals() {}

  static String sentence(Refusal refusal, Agent agent) {
    return switch (refusal) {
      case Refusal.Held(var holder, _) when holder.equals(agent.name()) ->
          "You hold this case already, in another window.";
      case Refusal.Held(var holder, _) -> "%s holds this case now.".formatted(holder);
      case Refusal.ReplyUnderWay(var writer, _, var awaiting) when awaiting ->
          "A reply by %s waits for approval. You can go on when it is decided.".formatted(writer);
      case Refusal.ReplyUnderWay(var writer, _, _) ->
          "A reply by %s is on its way. You can go on when it is out.".formatted(writer);
      case Refusal.ClaimLost _ ->
          "The case is no longer in your hands: your claim ran out, or somebody took over. "
              + "Your draft is kept.";
      case Refusal.MovedOn _ ->
          "Not sent: there is something new in this conversation. Read it, then send again. "
              + "Your draft is kept.";
      case Refusal.PersonalDataShown shown ->
          "Not sent: everybody could read %s in this reply. Take it out, or send again if you mean it."
              .formatted(shown.what());
      case Refusal.AlreadyYours _ -> "You hold this case already.";
      case Refusal.OwnReply _ -> "You wrote this reply; a colleague must look at it.";
      case Refusal.NotTheWriter(var writer, _) -> "Only %s can withdraw it.".formatted(writer);
      case Refusal.NotAwaiting _ -> "A colleague has just decided on this reply.";
      case Refusal.AtCapacity(var person, var held, var capacity)
          when person.equals(agent.name()) ->
          "You hold as much as you can, %d of %d. Answer or hand back another case first."
              .formatted(held, capacity);
      case Refusal.NotCertified(var person, var topic)
          when person.equals(agent.name()) && topic == null ->
          "Nobody has said yet what this case is about. Tag it, then take it if you may.";
      case Refusal.NotCertified(var person, var topic) when person.equals(agent.name()) ->
          "You are not certified for \"%s\" yet. Opt in to it on your page, and ask a lead."
              .formatted(topic);
      case Refusal.NotForYou(var person, var step, var who) when person.equals(agent.name()) ->
          "The flow names others for \"%s\": %s.".formatted(step, who);
      case Refusal.NotAnApprover _ -> "Leads approve and send back; no flow names you for it here.";
      case Refusal.AtCapacity _, Refusal.NotCertified _ -> refusal.sentence();
      case Refusal.NotForYou _, Refusal.NowhereToPassOn _ -> refusal.sentence();
      case Refusal.PausedAlready _ -> "The case rests already. Resume it first to pause it anew.";
      case Refusal.NotPaused _ -> "The case goes on already: the customer wrote, or the time came.";
      case Refusal.WrongState _, Refusal.GoesOnElsewhere _ -> refusal.sentence();
    };
  }
}
