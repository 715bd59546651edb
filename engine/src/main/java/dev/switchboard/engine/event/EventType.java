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
      case AboutClaims about -> of(about);
      case AboutCustomers about -> of(about);
      case AboutDeadlines about -> of(about);
      case AboutFlows about -> of(about);
      case AboutIncidents about -> of(about);
      case AboutOffers about -> of(about);
      case AboutPeople about -> of(about);
      case AboutSteps about -> of(about);
      case AboutTeams about -> of(about);
      case Event.ExceptionRaised _ -> "exception.raised";
      case Event.ExceptionCleared _ -> "exception.cleared";
    };
  }

  private static String of(AboutClaims event) {
    return switch (event) {
      case AboutClaims.TakenOver _ -> "case.takenOver";
      case AboutClaims.ApprovalAsked _ -> "reply.approvalAsked";
      case AboutClaims.Approved _ -> "reply.approved";
      case AboutClaims.SentBack _ -> "reply.sentBack";
      case AboutClaims.Withdrawn _ -> "reply.withdrawn";
      case AboutClaims.PassedOn _ -> "case.passedOn";
      case AboutClaims.Paused _ -> "case.paused";
      case AboutClaims.Resumed _ -> "case.resumed";
      case AboutClaims.ReviewChanged _ -> "person.reviewChanged";
    };
  }

  private static String of(AboutCustomers event) {
    return switch (event) {
      case AboutCustomers.Joined _ -> "customer.joined";
      case AboutCustomers.JoinUndone _ -> "customer.joinUndone";
      case AboutCustomers.AuthorMuted _ -> "author.muted";
      case AboutCustomers.AuthorUnmuted _ -> "author.unmuted";
      case AboutCustomers.AuthorMarkedSpam _ -> "author.markedSpam";
    };
  }

  private static String of(AboutDeadlines event) {
    return switch (event) {
      case AboutDeadlines.Started _ -> "deadline.started";
      case AboutDeadlines.Paused _ -> "deadline.paused";
      case AboutDeadlines.Resumed _ -> "deadline.resumed";
      case AboutDeadlines.Foreseen _ -> "deadline.breachForeseen";
      case AboutDeadlines.OutOfDanger _ -> "deadline.outOfDanger";
      case AboutDeadlines.Breached _ -> "deadline.breached";
      case AboutDeadlines.Met _ -> "deadline.met";
      case AboutDeadlines.EndedLate _ -> "deadline.endedLate";
      case AboutDeadlines.Dropped _ -> "deadline.dropped";
    };
  }

  private static String of(AboutFlows event) {
    return switch (event) {
      case AboutFlows.Saved _ -> "flow.saved";
      case AboutFlows.Activated _ -> "flow.activated";
    };
  }

  private static String of(AboutIncidents event) {
    return switch (event) {
      case AboutIncidents.ChangeReceived _ -> "change.received";
      case AboutIncidents.Opened _ -> "incident.opened";
      case AboutIncidents.Grew _ -> "incident.grew";
      case AboutIncidents.Quietened _ -> "incident.quietened";
      case AboutIncidents.Closed _ -> "incident.closed";
      case AboutIncidents.Reopened _ -> "incident.reopened";
      case AboutIncidents.CausesRanked _ -> "incident.causesRanked";
      case AboutIncidents.Acknowledged _ -> "incident.acknowledged";
      case AboutIncidents.Resolved _ -> "incident.resolved";
      case AboutIncidents.CauseJudged _ -> "incident.causeJudged";
      case AboutIncidents.Merged _ -> "incident.merged";
      case AboutIncidents.KeptApart _ -> "incident.keptApart";
      case AboutIncidents.Split _ -> "incident.split";
      case AboutIncidents.Undone _ -> "incident.undone";
    };
  }

  private static String of(AboutOffers event) {
    return switch (event) {
      case AboutOffers.OfferMade _ -> "offer.made";
      case AboutOffers.OfferAccepted _ -> "offer.accepted";
      case AboutOffers.OfferDeclined _ -> "offer.declined";
      case AboutOffers.OfferExpired _ -> "offer.expired";
      case AboutOffers.OfferWithdrawn _ -> "offer.withdrawn";
      case AboutOffers.NeedsRelaxed _ -> "case.needsRelaxed";
    };
  }

  private static String of(AboutPeople event) {
    return switch (event) {
      case AboutPeople.PersonAdded _ -> "person.added";
      case AboutPeople.LinkMade _ -> "person.linkMade";
      case AboutPeople.RoleChanged _ -> "person.roleChanged";
      case AboutPeople.PersonDisabled _ -> "person.disabled";
      case AboutPeople.PersonEnabled _ -> "person.enabled";
      case AboutPeople.SignedIn _ -> "person.signedIn";
      case AboutPeople.SignedOut _ -> "person.signedOut";
      case AboutPeople.SignInShut _ -> "person.signInShut";
      case AboutPeople.PasswordChanged _ -> "person.passwordChanged";
      case AboutPeople.KeyMade _ -> "key.made";
      case AboutPeople.IdentityChanged _ -> "person.identityChanged";
      case AboutPeople.VoiceChanged _ -> "brand.voiceChanged";
      case AboutPeople.KeyRevoked _ -> "key.revoked";
    };
  }

  private static String of(AboutSteps event) {
    return switch (event) {
      case AboutSteps.Enabled _ -> "step.enabled";
      case AboutSteps.Offered _ -> "step.offered";
      case AboutSteps.Started _ -> "step.started";
      case AboutSteps.Paused _ -> "step.paused";
      case AboutSteps.Resumed _ -> "step.resumed";
      case AboutSteps.Completed _ -> "step.completed";
      case AboutSteps.Escalated _ -> "step.escalated";
    };
  }

  private static String of(AboutTeams event) {
    return switch (event) {
      case AboutTeams.PresenceChanged _ -> "person.presenceChanged";
      case AboutTeams.ProfileChanged _ -> "person.profileChanged";
      case AboutTeams.OptedIn _ -> "person.optedIn";
      case AboutTeams.OptedOut _ -> "person.optedOut";
      case AboutTeams.Certified _ -> "person.certified";
      case AboutTeams.CertificationWithdrawn _ -> "person.certificationWithdrawn";
      case AboutTeams.TeamAdded _ -> "team.added";
      case AboutTeams.TeamRenamed _ -> "team.renamed";
      case AboutTeams.TeamRemoved _ -> "team.removed";
    };
  }
}
