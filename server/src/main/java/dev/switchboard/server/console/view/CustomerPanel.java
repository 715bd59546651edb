package dev.switchboard.server.console.view;

import dev.switchboard.store.customers.AuthorRow;
import dev.switchboard.store.customers.CustomerDetail;
import dev.switchboard.store.customers.JoinRow;
import dev.switchboard.store.customers.PastCase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The customer beside a case: who they are, and what they came with before. Neither a photo nor how
 * many follow them: nobody is served better for that.
 *
 * @param here the case that is shown
 */
public record CustomerPanel(CustomerDetail detail, long here, Scope scope) {
  private static final int MAX_SHOWN = 6;

  /** An account of the customer. */
  public record Account(AuthorRow row, @Nullable JoinRow join) {
    public Network network() {
      return new Network(row.network(), "");
    }

    public String posts() {
      return row.posts() == 1 ? "1 post" : Words.count(row.posts()) + " posts";
    }

    /** Who does not want to hear from them, or null. */
    public @Nullable String muted() {
      return row.muted() == null
          ? null
          : (row.muted().spam() ? "Spam, says %s" : "Muted by %s").formatted(row.muted().by());
    }

    public Instant mutedSince() {
      return Objects.requireNonNull(row.muted()).since();
    }

    public String mutedPosts() {
      return row.mutedPosts() == 1
          ? "1 post since"
          : Words.count(row.mutedPosts()) + " posts since";
    }
  }

  /** A case before or beside this one. */
  public record Past(PastCase row, Scope scope) {
    public String href() {
      return scope.ofCase(row.id());
    }

    public Network network() {
      return Network.ofChannel(row.channel());
    }

    public String standing() {
      return row.closeReason() == null
          ? row.state()
          : switch (row.closeReason()) {
            case DONE -> row.firstReplyAt() == null ? "closed, no reply" : "answered, closed";
            case SET_ASIDE -> "set aside";
            case SPAM -> "spam";
            case HISTORY -> "long ago";
            case MERGED -> "merged";
          };
    }

    public String badge() {
      return switch (row.state().toLowerCase(Locale.ROOT)) {
        case "waiting", "pending" -> "wait";
        case "claimed" -> "held";
        case "answered" -> "good";
        default -> "soft";
      };
    }
  }

  /** The accounts, each with the join that can be taken back to part it from the others. */
  public List<Account> accounts() {
    return detail.authors().stream().map(row -> new Account(row, joinOf(row.id()))).toList();
  }

  /** The newest join that reaches the author and is not the only account's. */
  private @Nullable JoinRow joinOf(long author) {
    return detail.joins().stream()
        .filter(join -> join.other() == author)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** The account that wrote here last; what is said of an author is said of this one. */
  public @Nullable Account asking(String name, Network network) {
    return accounts().stream()
        .filter(a -> a.row().name().equals(name) && a.row().network().equals(network.name()))
        .findFirst()
        .orElse(null);
  }

  public List<Past> others() {
    return detail.cases().stream()
        .filter(row -> row.id() != here)
        .limit(MAX_SHOWN)
        .map(row -> new Past(row, scope))
        .toList();
  }

  /** How many cases there are besides this one, in words; "" if there are none. */
  public String count() {
    long others = detail.cases().stream().filter(row -> row.id() != here).count();
    long open =
        detail.cases().stream().filter(r -> r.id() != here && r.closeReason() == null).count();
    if (others == 0) {
      return "";
    }
    String all = others == 1 ? "1 other case" : Words.count(others) + " other cases";
    return open == 0 ? all : "%s, %s open".formatted(all, Words.count(open));
  }

  public @Nullable Instant firstSeen() {
    return detail.authors().stream()
        .map(AuthorRow::firstSeen)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  public @Nullable Instant lastSeen() {
    return detail.authors().stream()
        .map(AuthorRow::lastSeen)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  public String posts() {
    return Words.count(detail.posts());
  }

  public boolean isJoined() {
    return detail.authors().size() > 1;
  }
}
