package dev.switchboard.store.log;

import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events that move a case, read back from the log. Any thread. */
public final class CaseEvents {
  private static final String CUSTOMERS = "\"direction\": \"in\"";
  private static final String SET_ASIDE = "\"%s\"".formatted(Verdict.SET_ASIDE.word());

  private CaseEvents() {}

  /**
   * What events of cases say; each has some of these.
   *
   * @param retryAt when a reply that did not go out is tried again; null for never
   */
  private record Data(
      @Nullable Long conversation,
      @Nullable String verdict,
      @Nullable Instant askedAt,
      @Nullable Boolean rankedLow,
      @Nullable Boolean history,
      @Nullable Instant repliedAt,
      @Nullable Boolean elsewhere,
      @Nullable Boolean byCustomer,
      @Nullable String reason,
      @Nullable Long token,
      @Nullable Instant expiresAt,
      @Nullable String agent,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long reply,
      @Nullable Long seenThrough,
      @Nullable String externalId,
      @Nullable Instant retryAt,
      @Nullable String person,
      @Nullable String why,
      @Nullable String about,
      @Nullable String step,
      @Nullable String note,
      @Nullable String waitingOn,
      @Nullable Instant until,
      @Nullable String how,
      @Nullable Long offer,
      @Nullable String rule,
      @Nullable Integer people) {}

  /** The event, if it is one that moves a case. */
  public static Optional<Event> find(LoggedEvent event) {
    if (event.caseId() == null) {
      return Optional.empty();
    }
    return switch (event.type()) {
      case "post.received" -> asks(event) ? Optional.of(question(data(event))) : Optional.empty();
      case "case.opened",
          "case.askedAgain",
          "case.answered",
          "case.reopened",
          "case.closed",
          "case.claimed",
          "case.released",
          "case.claimExpired",
          "case.transferred",
          "case.takenOver",
          "case.passedOn",
          "case.paused",
          "case.resumed",
          "reply.queued",
          "reply.sent",
          "reply.notSent",
          "reply.approvalAsked",
          "reply.approved",
          "reply.sentBack",
          "reply.withdrawn",
          "offer.made" ->
          Optional.of(moving(event.type(), data(event)));
      default -> Optional.empty();
    };
  }

  /** Most posts ask for nothing, and are left alone unread. */
  private static boolean asks(LoggedEvent event) {
    String json = event.dataJson();
    return json.contains(CUSTOMERS) && json.contains("\"verdict\"") && !json.contains(SET_ASIDE);
  }

  private static Data data(LoggedEvent event) {
    return Json.read(event.dataJson(), Data.class);
  }

  private static Event question(Data d) {
    return new Event.PostReceived(
        number(d.conversation), Direction.IN, Verdict.ofWord(text(d.verdict)), null, null);
  }

  private static Event moving(String type, Data d) {
    return switch (type) {
      case "case.opened" -> new Event.CaseOpened(time(d.askedAt), is(d.rankedLow), is(d.history));
      case "case.askedAgain" -> new Event.CaseAskedAgain();
      case "case.answered" -> new Event.CaseAnswered(time(d.repliedAt), is(d.elsewhere));
      case "case.reopened" -> new Event.CaseReopened(is(d.byCustomer));
      case "case.closed" ->
          new Event.CaseClosed(CloseReason.valueOf(text(d.reason).toUpperCase(Locale.ROOT)));
      case "case.claimed" -> new Event.CaseClaimed(number(d.token), time(d.expiresAt));
      case "case.released" -> new Event.CaseReleased();
      case "case.claimExpired" -> new Event.ClaimExpired(text(d.agent));
      case "case.transferred" -> new Event.CaseTransferred(text(d.to));
      case "case.takenOver" ->
          new AboutClaims.TakenOver(text(d.from), text(d.to), text(d.reason), number(d.token));
      case "case.passedOn" -> new AboutClaims.PassedOn(text(d.from), text(d.to));
      case "case.paused" ->
          new AboutClaims.Paused(text(d.person), text(d.waitingOn), text(d.reason), time(d.until));
      case "case.resumed" -> new AboutClaims.Resumed(text(d.person), text(d.how));
      case "reply.queued" -> new Event.ReplyQueued(number(d.reply), number(d.seenThrough));
      case "reply.sent" -> new Event.ReplySent(number(d.reply), text(d.externalId));
      case "reply.notSent" -> new Event.ReplyNotSent(number(d.reply), text(d.reason), d.retryAt);
      case "reply.approvalAsked" ->
          new AboutClaims.ApprovalAsked(
              number(d.reply), text(d.person), text(d.why), text(d.about), d.step, List.of());
      case "reply.approved" -> new AboutClaims.Approved(number(d.reply), text(d.person));
      case "reply.sentBack" ->
          new AboutClaims.SentBack(number(d.reply), text(d.person), text(d.note));
      case "reply.withdrawn" -> new AboutClaims.Withdrawn(number(d.reply), text(d.person));
      case "offer.made" ->
          new AboutOffers.OfferMade(
              number(d.offer),
              text(d.to),
              time(d.expiresAt),
              text(d.rule),
              d.people == null ? 0 : d.people,
              List.of(),
              text(d.why));
      default -> throw new IllegalArgumentException("not of a case: " + type);
    };
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNull(value);
  }

  private static long number(@Nullable Long value) {
    return Objects.requireNonNull(value);
  }

  private static Instant time(@Nullable Instant value) {
    return Objects.requireNonNull(value);
  }

  private static boolean is(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
