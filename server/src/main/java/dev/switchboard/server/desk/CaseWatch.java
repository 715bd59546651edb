package dev.switchboard.server.desk;

import static dev.switchboard.engine.event.ExceptionKind.APPROVAL_WAITING;
import static dev.switchboard.engine.event.ExceptionKind.CLAIM_EXPIRED_TWICE;
import static dev.switchboard.engine.event.ExceptionKind.SENSITIVE_TOPIC;

import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.store.desk.CaseExceptions;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Raises what is out of the ordinary on a case as it happens, and clears what is settled by it. */
final class CaseWatch {
  private static final int EXPIRED_TOO_OFTEN = 2;

  private CaseWatch() {}

  /**
   * Looks at what has just happened to a case and was written.
   *
   * @param actor who did it, or null if Switchboard did
   */
  static void on(CaseTransaction tx, OpenCase on, @Nullable String actor, List<Event> events) {
    for (Event event : events) {
      switch (event) {
        case Event.ClaimExpired _ -> expired(tx, on);
        case AboutClaims.ApprovalAsked(var reply, _, var why, var about, _, _) -> {
          clear(tx, on, actor, "answered", CLAIM_EXPIRED_TWICE);
          var reason = new ApprovalReason(ApprovalReason.Kind.ofWord(why), about);
          tx.raise(on, reply, APPROVAL_WAITING, reason.sentence());
        }
        case AboutClaims.Approved _ ->
            clear(tx, on, actor, "approved", APPROVAL_WAITING, SENSITIVE_TOPIC);
        case AboutClaims.SentBack _ -> clear(tx, on, actor, "sent_back", APPROVAL_WAITING);
        case AboutClaims.Withdrawn _ -> clear(tx, on, actor, "withdrawn", APPROVAL_WAITING);
        case Event.ReplyQueued _ -> clear(tx, on, actor, "answered", CLAIM_EXPIRED_TWICE);
        case Event.CaseClosed _ ->
            clear(tx, on, actor, "closed", CLAIM_EXPIRED_TWICE, SENSITIVE_TOPIC);
        default -> {}
      }
    }
  }

  private static void expired(CaseTransaction tx, OpenCase on) {
    long id = on.file().id();
    if (CaseExceptions.expiredClaims(tx, id) >= EXPIRED_TOO_OFTEN
        && CaseExceptions.open(tx, id, List.of(CLAIM_EXPIRED_TWICE)).isEmpty()) {
      tx.raise(
          on,
          null,
          CLAIM_EXPIRED_TWICE,
          "Two claims on this question ran out, one after the other, and it is not answered.");
    }
  }

  private static void clear(
      CaseTransaction tx, OpenCase on, @Nullable String actor, String how, ExceptionKind... kinds) {
    if (actor != null) {
      CaseExceptions.open(tx, on.file().id(), List.of(kinds))
          .forEach(raised -> tx.clear(on, raised, actor, how));
    }
  }
}
