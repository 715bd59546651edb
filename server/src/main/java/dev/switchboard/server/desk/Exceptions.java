package dev.switchboard.server.desk;

import static dev.switchboard.engine.event.ExceptionKind.SENSITIVE_TOPIC;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.server.desk.CaseDesk.Clearing;
import dev.switchboard.server.outbox.Endings;
import dev.switchboard.store.desk.CaseExceptions;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.CaseTransaction.Raised;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.reads.ReplyStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decide about replies whose fate needed a person. Any thread. */
public final class Exceptions {
  private static final List<ReplyStatus> UNSETTLED =
      List.of(ReplyStatus.UNKNOWN, ReplyStatus.FAILED);

  private final Casework casework;
  private final DeskStore cases;
  private final OutboxStore outbox;
  private final Endings endings;
  private final InstantSource clock;
  private final Runnable committed;

  public Exceptions(
      Casework casework,
      DeskStore cases,
      OutboxStore outbox,
      Endings endings,
      InstantSource clock,
      Runnable committed) {
    this.casework = casework;
    this.cases = cases;
    this.outbox = outbox;
    this.endings = endings;
    this.clock = clock;
    this.committed = committed;
  }

  /** What became of the wish to clear an exception. */
  public sealed interface Cleared {
    record Done() implements Cleared {}

    /** It was cleared already, or never was. */
    record NoSuchException(long id) implements Cleared {}

    record Refused(Refusal refusal) implements Cleared {}
  }

  public Cleared clear(long exception, String agent, Clearing how) {
    cases.person(Texts.name(agent));
    Instant now = clock.instant();
    Optional<Long> caseId = cases.caseOf(exception);
    if (caseId.isEmpty()) {
      return clearOfBrand(exception, agent, how, now);
    }
    Cleared cleared =
        cases.inTransaction(now, tx -> clear(tx, caseId.get(), exception, agent, how, now));
    committed.run();
    return cleared;
  }

  /** What concerns a brand as a whole is settled by having been seen. */
  private Cleared clearOfBrand(long exception, String agent, Clearing how, Instant now) {
    Optional<Integer> brand = cases.brandOf(exception);
    if (brand.isEmpty()) {
      return new Cleared.NoSuchException(exception);
    }
    if (how != Clearing.SEEN) {
      throw new IllegalArgumentException(
          "how must be seen for an exception about a brand as a whole");
    }
    boolean cleared =
        cases.inTransaction(now, tx -> tx.clearOfBrand(brand.get(), exception, agent, word(how)));
    committed.run();
    return cleared ? new Cleared.Done() : new Cleared.NoSuchException(exception);
  }

  private static String word(Clearing how) {
    return how.name().toLowerCase(Locale.ROOT);
  }

  private Cleared clear(
      CaseTransaction tx, long caseId, long exception, String agent, Clearing how, Instant now) {
    OpenCase on = tx.find(caseId).orElseThrow();
    Optional<Raised> raised = tx.findException(exception);
    if (raised.isEmpty()) {
      return new Cleared.NoSuchException(exception);
    }
    check(raised.get().kind(), how);
    if (how == Clearing.NOT_SENSITIVE) {
      CaseExceptions.callHarmless(tx, caseId);
    }
    Long reply = raised.get().reply();
    Optional<QueuedReply> unsettled =
        reply == null ? Optional.empty() : outbox.lock(tx, reply, UNSETTLED);
    Refusal refusal =
        raised.get().kind().about() != ExceptionKind.About.REPLY || unsettled.isEmpty()
            ? null
            : settle(tx, on, unsettled.get(), agent, how, now);
    if (refusal != null) {
      return new Cleared.Refused(refusal);
    }
    tx.clear(on, raised.get(), agent, word(how));
    return new Cleared.Done();
  }

  private static void check(ExceptionKind kind, Clearing how) {
    String wanted =
        switch (kind.about()) {
          case REPLY ->
              how == Clearing.SEEN || how == Clearing.NOT_SENSITIVE
                  ? "was_sent, send_again or give_up for an exception about a reply"
                  : "";
          case BRAND -> how == Clearing.SEEN ? "" : "seen for an exception about a brand";
          case CASE -> byCase(kind, how);
          case APPROVAL ->
              throw new IllegalArgumentException(
                  "an approval that waits is cleared by approving the reply, sending it back or "
                      + "withdrawing it");
        };
    if (!wanted.isEmpty()) {
      throw new IllegalArgumentException("how must be " + wanted);
    }
  }

  private static String byCase(ExceptionKind kind, Clearing how) {
    if (how == Clearing.SEEN || how == Clearing.NOT_SENSITIVE && kind == SENSITIVE_TOPIC) {
      return "";
    }
    return kind == SENSITIVE_TOPIC
        ? "seen or not_sensitive for a sensitive topic"
        : "seen for an exception about a case";
  }

  private @Nullable Refusal settle(
      CaseTransaction tx, OpenCase on, QueuedReply reply, String agent, Clearing how, Instant now) {
    switch (how) {
      case WAS_SENT ->
          // The network's own id is not known; if it tells us later, that is another post.
          endings.sent(tx, on, reply, "switchboard-reply-" + reply.id(), now, agent);
      case SEEN, NOT_SENSITIVE ->
          throw new IllegalStateException("a reply is not settled by being looked at");
      case GIVE_UP -> endings.giveUp(tx, on, reply, "given up by " + agent, agent);
      case SEND_AGAIN -> {
        CaseDecision decision =
            casework.sendAgain(on.file(), agent, reply.id(), reply.seenThrough());
        switch (decision) {
          case CaseDecision.Refused(var refusal) -> {
            return refusal;
          }
          case CaseDecision.Done(var file, var events) -> {
            outbox.mark(tx, reply.id(), ReplyStatus.QUEUED, now, null);
            tx.save(on, file, agent, events);
          }
        }
      }
    }
    return null;
  }
}
