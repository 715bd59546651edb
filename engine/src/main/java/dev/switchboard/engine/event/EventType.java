package dev.switchboard.engine.event;

/** The names of the event types: part of the contract, never changed, only added to. */
final class EventType {
  private EventType() {}

  static String of(Event event) {
    return switch (event) {
      case Event.PostReceived _ -> "post.received";
      case Event.PostEdited _ -> "post.edited";
      case Event.PostDeleted _ -> "post.deleted";
      case Event.ConversationsMerged _ -> "conversation.merged";
      case Event.PostSetAside _ -> "post.setAside";
      case Event.PostBroughtBack _ -> "post.broughtBack";
      case Event.PostThanked _ -> "post.thanked";
      case Event.PostTagged _ -> "post.tagged";
      case Event.PostAudited _ -> "post.audited";
      case Event.PostUndone _ -> "post.undone";
      case Event.ModelPublished _ -> "triage.modelPublished";
      case Event.PromiseChanged _ -> "triage.promiseChanged";
      case Event.CaseOpened _ -> "case.opened";
      case Event.CaseAskedAgain _ -> "case.askedAgain";
      case Event.CaseAnswered _ -> "case.answered";
      case Event.CaseReopened _ -> "case.reopened";
      case Event.CaseClosed _ -> "case.closed";
      case Event.CaseClaimed _ -> "case.claimed";
      case Event.CaseReleased _ -> "case.released";
      case Event.ClaimExpired _ -> "case.claimExpired";
      case Event.CaseTransferred _ -> "case.transferred";
      case Event.NoteAdded _ -> "case.noteAdded";
      case Event.ReplyQueued _ -> "reply.queued";
      case Event.ReplySent _ -> "reply.sent";
      case Event.ReplyNotSent _ -> "reply.notSent";
      case Event.ReplyUnknown _ -> "reply.unknown";
      case Event.ExceptionRaised _ -> "exception.raised";
      case Event.ExceptionCleared _ -> "exception.cleared";
    };
  }
}
