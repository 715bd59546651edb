package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.PostRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cases as the API shows them. */
final class CaseJson {
  private CaseJson() {}

  record Claim(String agent, Instant expiresAt) {}

  record Case(
      long id,
      String brand,
      String channel,
      String state,
      @Nullable Claim claim,
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
      int openExceptions) {}

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
      int attempts) {}

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
      List<Exception> exceptions) {}

  static Case of(CaseRow row) {
    Claim claim =
        row.state() instanceof CaseState.Claimed c ? new Claim(c.agent(), c.expiresAt()) : null;
    CaseState.Closed closed = row.state() instanceof CaseState.Closed c ? c : null;
    return new Case(
        row.id(),
        row.brand(),
        row.channel(),
        row.state().word(),
        claim,
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
        row.exceptions());
  }

  static Detail of(CaseDetail detail) {
    return new Detail(
        of(detail.row()),
        detail.posts().stream().map(CaseJson::of).toList(),
        detail.replies().stream()
            .map(
                r ->
                    new Reply(
                        r.id(),
                        r.agent(),
                        r.text(),
                        word(r.status()),
                        r.createdAt(),
                        r.sentAt(),
                        r.externalId(),
                        r.error(),
                        r.attempts()))
            .toList(),
        detail.notes().stream().map(n -> new Note(n.id(), n.agent(), n.text(), n.at())).toList(),
        detail.exceptions().stream()
            .map(x -> new Exception(x.id(), x.reply(), word(x.kind()), x.reason(), x.raisedAt()))
            .toList());
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
