package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.StateCounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of the inbox. */
public enum Tab {
  WAITING("Waiting", "inbox", CaseQuery.Order.URGENT, "Longest wait first"),
  MINE("Mine", "hand", CaseQuery.Order.OLDEST, "What you hold, oldest first"),
  CLAIMED("Claimed", "people", CaseQuery.Order.OLDEST, "In somebody's hands, oldest first"),
  PAUSED("Paused", "pause", CaseQuery.Order.OLDEST, "What rests in somebody's hands, oldest first"),
  PENDING("Pending", "send", CaseQuery.Order.OLDEST, "Replies on their way, oldest first"),
  ANSWERED("Answered", "check", CaseQuery.Order.NEWEST, "Newest first"),
  CLOSED("Closed", "archive", CaseQuery.Order.NEWEST, "Newest first");

  private final String label;
  private final String icon;
  private final CaseQuery.Order order;
  private final String sorting;

  Tab(String label, String icon, CaseQuery.Order order, String sorting) {
    this.label = label;
    this.icon = icon;
    this.order = order;
    this.sorting = sorting;
  }

  /** The tab of that word; the waiting cases if there is none. */
  public static Tab ofWord(@Nullable String word) {
    for (Tab tab : values()) {
      if (tab.word().equals(word)) {
        return tab;
      }
    }
    return WAITING;
  }

  /** The name in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }

  public String icon() {
    return icon;
  }

  public CaseQuery.Order order() {
    return order;
  }

  public String sorting() {
    return sorting;
  }

  /** How many cases are on it. */
  public long count(StateCounts counts, int mine) {
    return switch (this) {
      case WAITING -> counts.waiting();
      case MINE -> mine;
      case CLAIMED -> counts.claimed();
      case PAUSED -> counts.paused();
      case PENDING -> counts.pending();
      case ANSWERED -> counts.answered();
      case CLOSED -> counts.closed();
    };
  }
}
