package dev.switchboard.engine.customer;

import dev.switchboard.engine.event.AboutCustomers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether an author is heard. Pure; the caller serialises what is done to one author. */
public final class Hearing {
  private Hearing() {}

  /**
   * An author as they are from now on, and what happened; nothing if they were so before.
   *
   * @param muted null if they are heard
   */
  public record Decided(@Nullable Muted muted, List<AboutCustomers> events) {
    public Decided {
      events = List.copyOf(events);
    }
  }

  /** Their later posts open no case. Spam stays spam. */
  public static Decided mute(long author, @Nullable Muted before, String by, Instant now) {
    return before != null
        ? new Decided(before, List.of())
        : new Decided(new Muted(by, now, false), List.of(new AboutCustomers.AuthorMuted(author)));
  }

  /**
   * They are no customer: muted, and their open cases are closed. Who was muted before is muted
   * since then.
   */
  public static Decided spam(long author, @Nullable Muted before, String by, Instant now) {
    if (before != null && before.spam()) {
      return new Decided(before, List.of());
    }
    Instant since = before == null ? now : before.since();
    return new Decided(
        new Muted(by, since, true), List.of(new AboutCustomers.AuthorMarkedSpam(author)));
  }

  /** They are heard again. */
  public static Decided unmute(long author, @Nullable Muted before) {
    return before == null
        ? new Decided(null, List.of())
        : new Decided(null, List.of(new AboutCustomers.AuthorUnmuted(author, before.spam())));
  }
}
