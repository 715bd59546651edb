package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.reads.ReplyRow;
import dev.switchboard.store.reads.StepRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cases as the API shows them. */
final class CaseJson {
  private CaseJson() {}

  /** Who holds a case; {@code paused} while it rests. */
  record Claim(String agent, Instant expiresAt, @Nullable Paused paused) {}

  record Paused(String waitingOn, String reason, Instant until) {}

  /** A reply under way; {@code awaiting} if a colleague must approve it first. */
  record Pending(String agent, long reply, boolean awaiting) {}

  record Case(
      long id,
      String brand,
      String channel,
      String state,
      @Nullable Claim claim,
      @Nullable Pending pending,
      @Nullable String closeReason,
      boolean rankedLow,
      Instant askedAt,
      Instant openedAt,
      @Nullable Instant firstReplyAt,
      @Nullable Instant closedAt,
      String author,
      @Nullable String language,
      @Nullable String languageFrom,
      String snippet,
      Instant lastPostAt,
      long lastPost,
      int postCount,
      int openExceptions,
      @Nullable Step step) {}

  /**
   * Where a case is in its flow; {@code inDanger} if what is due next will be missed as things go,
   * {@code late} if it is past.
   */
  record Step(
      String flow,
      int version,
      String step,
      Instant enteredAt,
      @Nullable String due,
      @Nullable Instant dueAt,
      boolean inDanger,
      boolean late) {}

  /** A deadline; one that rests has no {@code due}. */
  record Deadline(String deadline, @Nullable Instant due, boolean inDanger, boolean late) {}

  /** A post; what it came with and nobody knows stands in {@code extra}. */
  record Post(
      long id,
      String externalId,
      String author,
      @Nullable String agent,
      String direction,
      String kind,
      @Nullable String inReplyTo,
      @Nullable String text,
      Instant createdAt,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      @Nullable String language,
      @Nullable String languageFrom,
      @Nullable String url,
      @JsonRawValue @Nullable String extra,
      @Nullable String verdict,
      @Nullable Float probability) {}

  record Reply(
      long id,
      String agent,
      String text,
      String status,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable String externalId,
      @Nullable String error,
      int attempts,
      @Nullable Approval approval) {}

  /** Why a reply must be or had to be approved, and what was decided. */
  record Approval(
      String why,
      String about,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {}

  /** A reply that was sent back or withdrawn, and that nobody has written anew: a draft again. */
  record Returned(
      long reply, String agent, String text, String by, @Nullable String note, Instant at) {}

  /** A case went from one to another; {@code reason} if it was taken over. */
  record Hand(String from, String to, @Nullable String reason, Instant at) {}

  record Note(long id, String agent, String text, Instant at) {}

  record Exception(long id, @Nullable Long reply, String kind, String reason, Instant raisedAt) {}

  /** An exception on the list of all. */
  record OpenException(
      long id,
      String brand,
      @Nullable Long caseId,
      @Nullable Long reply,
      String kind,
      String reason,
      @Nullable String agent,
      @Nullable String replyText,
      Instant raisedAt) {}

  record Detail(
      @JsonUnwrapped Case summary,
      List<Post> posts,
      List<Reply> replies,
      List<Note> notes,
      List<Exception> exceptions,
      List<Hand> hands,
      List<String> topics,
      List<Deadline> deadlines,
      @Nullable Returned returned) {}

  static Case of(CaseRow row) {
    Claim claim =
        row.state() instanceof CaseState.Claimed c
            ? new Claim(c.agent(), c.expiresAt(), c.pause() == null ? null : paused(c.pause()))
            : null;
    CaseState.Closed closed = row.state() instanceof CaseState.Closed c ? c : null;
    return new Case(
        row.id(),
        row.brand(),
        row.channel(),
        row.state().word(),
        claim,
        row.state() instanceof CaseState.Pending(var agent, var reply, var awaiting)
            ? new Pending(agent, reply, awaiting)
            : null,
        closed == null ? null : word(closed.reason()),
        row.rankedLow(),
        row.askedAt(),
        row.openedAt(),
        row.firstReplyAt(),
        closed == null ? null : closed.at(),
        row.author(),
        row.language(),
        row.languageFrom(),
        row.snippet(),
        row.lastPostAt(),
        row.lastPost(),
        row.posts(),
        row.exceptions(),
        row.step() == null ? null : step(row.step()));
  }

  private static Paused paused(Pause pause) {
    return new Paused(pause.on().word(), pause.reason(), pause.until());
  }

  private static Step step(StepRow s) {
    return new Step(
        s.flow().name(),
        s.flow().version(),
        s.step(),
        s.enteredAt(),
        s.due(),
        s.dueAt(),
        s.inDanger(),
        s.late());
  }

  static Detail of(CaseDetail detail) {
    return new Detail(
        of(detail.row()),
        detail.posts().stream().map(CaseJson::of).toList(),
        detail.replies().stream().map(CaseJson::of).toList(),
        detail.notes().stream().map(n -> new Note(n.id(), n.agent(), n.text(), n.at())).toList(),
        detail.exceptions().stream()
            .map(x -> new Exception(x.id(), x.reply(), word(x.kind()), x.reason(), x.raisedAt()))
            .toList(),
        detail.hands().stream().map(h -> new Hand(h.from(), h.to(), h.reason(), h.at())).toList(),
        detail.topics(),
        detail.deadlines().stream()
            .map(d -> new Deadline(d.deadline(), d.due(), d.inDanger(), d.late()))
            .toList(),
        detail.findReturned().map(CaseJson::returned).orElse(null));
  }

  private static Reply of(ReplyRow r) {
    ReplyRow.Approval a = r.approval();
    return new Reply(
        r.id(),
        r.agent(),
        r.text(),
        word(r.status()),
        r.createdAt(),
        r.sentAt(),
        r.externalId(),
        r.error(),
        r.attempts(),
        a == null
            ? null
            : new Approval(
                a.why().kind().word(), a.why().about(), a.decidedBy(), a.decidedAt(), a.note()));
  }

  private static Returned returned(ReplyRow r) {
    ReplyRow.Approval a = Objects.requireNonNull(r.approval());
    return new Returned(
        r.id(),
        r.agent(),
        r.text(),
        Objects.requireNonNull(a.decidedBy()),
        a.note(),
        Objects.requireNonNull(a.decidedAt()));
  }

  static OpenException of(ExceptionRow x) {
    return new OpenException(
        x.id(),
        x.brand(),
        x.caseId(),
        x.reply(),
        word(x.kind()),
        x.reason(),
        x.agent(),
        x.replyText(),
        x.raisedAt());
  }

  private static Post of(PostRow p) {
    return new Post(
        p.id(),
        p.externalId(),
        p.author(),
        p.person(),
        word(p.direction()),
        word(p.kind()),
        p.inReplyTo(),
        p.deletedAt() == null ? p.text() : null,
        p.createdAt(),
        p.editedAt(),
        p.deletedAt(),
        p.language(),
        p.languageFrom(),
        p.url(),
        p.extraJson(),
        p.verdict() == null ? null : p.verdict().word(),
        p.probability());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
