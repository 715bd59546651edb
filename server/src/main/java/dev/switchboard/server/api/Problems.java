package dev.switchboard.server.api;

import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.privacy.PersonalKind;
import dev.switchboard.store.routing.OfferRow;
import dev.switchboard.store.routing.OfferState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem details (RFC 9457): what is wrong, and what to do. */
public final class Problems {
  private Problems() {}

  public static ResponseEntity<Object> of(HttpStatus status, String type, String detail) {
    return answer(detail(status, type, detail));
  }

  /** Too much, or not now: send again after a while. */
  public static ResponseEntity<Object> later(HttpStatus status, String detail, Duration after) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())))
        .body(detail(status, "try-later", detail));
  }

  /** 400, with all that is wrong in a flow's text, each with its line and column. */
  static ResponseEntity<Object> mistakes(List<Mistake> mistakes) {
    Mistake first = mistakes.getFirst();
    String more =
        mistakes.size() == 1
            ? ""
            : " This is the first of %d; \"mistakes\" has them all.".formatted(mistakes.size());
    String text = first.text().endsWith("?") ? first.text() : first.text() + ".";
    ProblemDetail problem =
        detail(HttpStatus.BAD_REQUEST, "mistakes", "No flow: %s%s".formatted(text, more));
    problem.setProperty("mistakes", mistakes);
    return answer(problem);
  }

  public static ResponseEntity<Object> noSuch(String what, long id) {
    return of(HttpStatus.NOT_FOUND, "not-found", "There is no %s %d.".formatted(what, id));
  }

  /** 409: an offer was not answered while it stood. */
  static ResponseEntity<Object> offerEnded(OfferRow offer, Instant now) {
    boolean late = offer.state() == OfferState.OPEN && !offer.expiresAt().isAfter(now);
    String state = late ? OfferState.EXPIRED.word() : offer.state().word();
    ProblemDetail problem =
        detail(
            HttpStatus.CONFLICT,
            "offer-ended",
            "Offer %d has ended: %s. Claim the case if it still waits."
                .formatted(offer.id(), state));
    problem.setProperty("case", offer.caseId());
    problem.setProperty("state", state);
    problem.setProperty("reason", offer.reason());
    return answer(problem);
  }

  /**
   * 409, or 403 for whoever may not do such things at all; with who holds the case or what is new,
   * for people and for programs.
   */
  public static ResponseEntity<Object> refused(Refusal refusal, CaseFile file) {
    HttpStatus status =
        refusal instanceof Refusal.NotAnApprover ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    ProblemDetail problem = detail(status, type(refusal), refusal.sentence());
    problem.setProperty("case", file.id());
    problem.setProperty("state", file.state().word());
    if (file.state() instanceof CaseState.Claimed claim) {
      problem.setProperty("holder", claim.agent());
      problem.setProperty("expiresAt", claim.expiresAt());
    }
    switch (refusal) {
      case Refusal.MovedOn(var seen, var last) -> {
        problem.setProperty("seenThrough", seen);
        problem.setProperty("lastPost", last);
      }
      case Refusal.ReplyUnderWay(var agent, var reply, var awaiting) -> {
        problem.setProperty("holder", agent);
        problem.setProperty("reply", reply);
        problem.setProperty("awaiting", awaiting);
      }
      case Refusal.OwnReply(var reply) -> problem.setProperty("reply", reply);
      case Refusal.NotAwaiting(var reply) -> problem.setProperty("reply", reply);
      case Refusal.NotTheWriter(var writer, var reply) -> {
        problem.setProperty("writer", writer);
        problem.setProperty("reply", reply);
      }
      case Refusal.GoesOnElsewhere(var other) -> problem.setProperty("openCase", other);
      case Refusal.PersonalDataShown(var kinds) ->
          problem.setProperty("found", kinds.stream().map(PersonalKind::word).toList());
      case Refusal.AtCapacity(var person, var held, var capacity) -> {
        problem.setProperty("person", person);
        problem.setProperty("held", held);
        problem.setProperty("capacity", capacity);
      }
      case Refusal.NotCertified(var person, var topic) -> {
        problem.setProperty("person", person);
        problem.setProperty("topic", topic);
      }
      case Refusal.NotForYou(var person, var step, var who) -> {
        problem.setProperty("person", person);
        problem.setProperty("step", step);
        problem.setProperty("for", who);
      }
      case Refusal.NotAnApprover(var person) -> problem.setProperty("person", person);
      case Refusal.NowhereToPassOn(var step) -> problem.setProperty("step", step);
      case Refusal.PausedAlready(var until) -> problem.setProperty("until", until);
      case Refusal.Held _,
          Refusal.ClaimLost _,
          Refusal.WrongState _,
          Refusal.AlreadyYours _,
          Refusal.NotPaused _ -> {}
    }
    return answer(problem);
  }

  private static String type(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Held _ -> "held";
      case Refusal.ReplyUnderWay _ -> "reply-under-way";
      case Refusal.ClaimLost _ -> "claim-lost";
      case Refusal.MovedOn _ -> "moved-on";
      case Refusal.GoesOnElsewhere _ -> "goes-on-elsewhere";
      case Refusal.WrongState _ -> "wrong-state";
      case Refusal.PersonalDataShown _ -> "personal-data";
      case Refusal.AlreadyYours _ -> "already-yours";
      case Refusal.OwnReply _ -> "own-reply";
      case Refusal.NotTheWriter _ -> "not-the-writer";
      case Refusal.NotAwaiting _ -> "not-awaiting";
      case Refusal.AtCapacity _ -> "at-capacity";
      case Refusal.NotCertified _ -> "not-certified";
      case Refusal.NotForYou _ -> "not-for-you";
      case Refusal.NotAnApprover _ -> "not-an-approver";
      case Refusal.NowhereToPassOn _ -> "nowhere-to-pass-on";
      case Refusal.PausedAlready _ -> "paused-already";
      case Refusal.NotPaused _ -> "not-paused";
    };
  }

  private static ProblemDetail detail(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:switchboard:problem:" + type));
    problem.setTitle(status.getReasonPhrase());
    return problem;
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
