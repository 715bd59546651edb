package dev.switchboard.server.console.view.exception;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.store.reads.FlowShare;
import java.util.Locale;

/**
 * The share of the work that flowed without an exception.
 *
 * @param day of the last 24 hours
 * @param week of the last seven days
 */
public record FlowCard(FlowShare day, FlowShare week) {
  private static final int PERCENT = 100;

  /** A share as people read it; rounded down, so that 100 % means all. "–" if there was none. */
  public static String percent(FlowShare share) {
    return share.share().isEmpty() ? "–" : String.format(Locale.ENGLISH, "%d %%", whole(share));
  }

  /** Between 0 and 100, for drawing. */
  public static int whole(FlowShare share) {
    return (int) Math.floor(share.share().orElse(0) * PERCENT);
  }

  /** The counts behind a share. */
  public static String counts(FlowShare share) {
    return share.answered() == 0
        ? "nothing was answered"
        : "%s of %s answered".formatted(Words.count(share.flowed()), Words.count(share.answered()));
  }
}
