package dev.switchboard.server.outbox;

import dev.switchboard.channels.SendResult;
import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.OutboxStore;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.reads.ReplyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records how a send ended: sent, to be tried again, failed, or unknown. Any thread. */
public final class Endings {
  private static final Logger log = LoggerFactory.getLogger(Endings.class);
  private static final int MAX_ATTEMPTS = 5;
  private static final int MAX_RECORD_TRIES = 60;
  private static final Duration RECORD_AGAIN = Duration.ofMillis(500);

  /** Statuses that a send may still end from. */
  private static final List<ReplyStatus> OPEN = List.of(ReplyStatus.SENDING, ReplyStatus.UNKNOWN);

  private final Casework casework;
  private final DeskStore cases;
  private final OutboxStore outbox;
  private final InstantSource clock;
  private final Runnable committed;

  public Endings(
      Casework casework,
      DeskStore cases,
      OutboxStore outbox,
      InstantSource clock,
      Runnable committed) {
    this.casework = casework;
    this.cases = cases;
    this.outbox = outbox;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * Records an ending; tries again while the database is away, up to a bound.
   *
   * @return false if it could not be recorded: the reply must be looked up
   */
  boolean record(QueuedReply reply, SendResult result) {
    for (int tries = 1; ; tries++) {
      try {
        recordOnce(reply, result);
        committed.run();
        return true;
      } catch (RuntimeException e) {
        if (tries == MAX_RECORD_TRIES) {
          log.error("The ending of reply {} is lost; it will be looked up", reply.id(), e);
          return false;
        }
      }
      try {
        TimeUnit.NANOSECONDS.sleep(RECORD_AGAIN.toNanos());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private void recordOnce(QueuedReply reply, SendResult result) {
    Instant now = clock.instant();
    cases.useTransaction(
        now,
        tx -> {
          OpenCase on = tx.find(reply.caseId()).orElseThrow();
          // Somebody else, or an earlier try whose commit was not heard of, may have been here.
          if (outbox.lock(tx, reply.id(), OPEN).isPresent()) {
            switch (result) {
              case SendResult.Sent(var id, var at) -> sent(tx, on, reply, id, at, null);
              case SendResult.NotSent(var reason, var retryAfter)
                  when retryAfter != null && reply.attempts() < MAX_ATTEMPTS ->
                  again(tx, on, reply, reason, now.plus(backoff(reply, retryAfter)));
              case SendResult.NotSent(var reason, _) -> failed(tx, on, reply, reason, now);
              case SendResult.Unknown(var reason) -> unknown(tx, on, reply, reason, now);
            }
          }
        });
    log.info("reply {} of case {}: {}", reply.id(), reply.caseId(), word(result));
  }

  /**
   * Records that a reply is out; {@code actor} is the person who says so, or null if the network
   * did.
   */
  public void sent(
      CaseTransaction tx,
      OpenCase on,
      QueuedReply reply,
      String externalId,
      Instant at,
      @Nullable String actor) {
    boolean overtaken = outbox.isOvertaken(tx, on, reply);
    outbox.sent(tx, on, reply, externalId, at, overtaken);
    save(tx, on, casework.sent(on.file(), reply.id(), externalId, at, overtaken), actor);
  }

  /** Gives a reply up: the case waits again. */
  public void giveUp(
      CaseTransaction tx, OpenCase on, QueuedReply reply, String reason, @Nullable String actor) {
    outbox.mark(tx, reply.id(), ReplyStatus.FAILED, clock.instant(), reason);
    save(tx, on, casework.notSent(on.file(), on.conversation(), reply.id(), reason), actor);
  }

  private void again(
      CaseTransaction tx, OpenCase on, QueuedReply reply, String reason, Instant retryAt) {
    outbox.mark(tx, reply.id(), ReplyStatus.QUEUED, retryAt, reason);
    tx.record(
        new NewEvent(
            on.file().id(), null, null, new Event.ReplyNotSent(reply.id(), reason, retryAt)),
        on.brandId());
  }

  private void failed(
      CaseTransaction tx, OpenCase on, QueuedReply reply, String reason, Instant now) {
    giveUp(tx, on, reply, reason, null);
    tx.raise(on, reply.id(), ExceptionKind.SEND_FAILED, reason);
    log.warn(
        "reply {} of case {} could not be sent at {}: {}", reply.id(), on.file().id(), now, reason);
  }

  private void unknown(
      CaseTransaction tx, OpenCase on, QueuedReply reply, String reason, Instant now) {
    outbox.mark(tx, reply.id(), ReplyStatus.UNKNOWN, now, reason);
    tx.record(
        new NewEvent(on.file().id(), null, null, new Event.ReplyUnknown(reply.id(), reason)),
        on.brandId());
    tx.raise(on, reply.id(), ExceptionKind.SEND_UNKNOWN, reason);
  }

  private static void save(
      CaseTransaction tx, OpenCase on, CaseDecision decision, @Nullable String actor) {
    switch (decision) {
      case CaseDecision.Done(var file, var events) -> tx.save(on, file, actor, events);
      case CaseDecision.Refused(var refusal) -> throw new IllegalStateException(refusal.sentence());
    }
  }

  /** Doubles with each attempt, from what the network asks for or a second. */
  private static Duration backoff(QueuedReply reply, Duration retryAfter) {
    Duration own = Duration.ofSeconds(1L << Math.min(6, reply.attempts() - 1));
    return retryAfter.isZero() ? Duration.ZERO : retryAfter.compareTo(own) > 0 ? retryAfter : own;
  }

  private static String word(SendResult result) {
    return switch (result) {
      case SendResult.Sent _ -> "sent";
      case SendResult.NotSent(var reason, _) -> "not sent: " + reason;
      case SendResult.Unknown(var reason) -> "unknown: " + reason;
    };
  }
}
