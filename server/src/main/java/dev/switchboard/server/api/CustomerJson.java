package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.engine.customer.Muted;
import dev.switchboard.store.customers.AuthorRow;
import dev.switchboard.store.customers.CustomerDetail;
import dev.switchboard.store.customers.JoinRow;
import dev.switchboard.store.customers.PastCase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Customers as the API shows them. */
final class CustomerJson {
  private CustomerJson() {}

  record Author(
      long id,
      long customer,
      String network,
      String author,
      @Nullable String language,
      long posts,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      @Nullable Muting muted) {}

  record Muting(String by, Instant since, boolean spam, long posts) {}

  record Case(
      long id,
      String channel,
      String author,
      String state,
      @Nullable String closeReason,
      Instant askedAt,
      @Nullable Instant firstReplyAt) {}

  record Customer(
      long id,
      String brand,
      long posts,
      List<Author> authors,
      List<JoinRow> joins,
      List<Case> cases) {}

  /** What became of an action; cases only where some were closed or opened again. */
  record Acted(
      Customer customer,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int cases,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int left) {}

  static Customer of(CustomerDetail detail) {
    return new Customer(
        detail.id(),
        detail.authors().getFirst().brand(),
        detail.posts(),
        detail.authors().stream().map(CustomerJson::of).toList(),
        detail.joins(),
        detail.cases().stream().map(CustomerJson::of).toList());
  }

  static Author of(AuthorRow row) {
    Muted muted = row.muted();
    return new Author(
        row.id(),
        row.customer(),
        row.network(),
        row.name(),
        row.language(),
        row.posts(),
        row.firstSeen(),
        row.lastSeen(),
        muted == null
            ? null
            : new Muting(muted.by(), muted.since(), muted.spam(), row.mutedPosts()));
  }

  private static Case of(PastCase row) {
    return new Case(
        row.id(),
        row.channel(),
        row.author(),
        row.state(),
        row.closeReason() == null ? null : row.closeReason().name().toLowerCase(Locale.ROOT),
        row.askedAt(),
        row.firstReplyAt());
  }
}
