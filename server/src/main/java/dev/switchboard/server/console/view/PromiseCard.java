package dev.switchboard.server.console.view;

import dev.switchboard.engine.triage.promise.AuditEstimate;
import dev.switchboard.server.triage.PromiseView;
import org.jspecify.annotations.Nullable;

/** What triage promises for a brand, worded and drawn. */
public record PromiseCard(PromiseView view) {
  /** The width of the drawings. */
  public static final int WIDTH = 280;

  /** The audit's axis goes to so many times the promise, or as far as the interval. */
  private static final double AXIS_PROMISES = 2.5;

  public String brand() {
    return view.brand();
  }

  public boolean setsAside() {
    return view.rule().rank() > 0;
  }

  /** What is promised: the share that may be missed at most. */
  public String promised() {
    return Shares.of(view.rule().promise().alpha());
  }

  public String confidence() {
    return Shares.of(view.rule().promise().confidence());
  }

  /** What can be shown of it now. */
  public String shown() {
    return Shares.atMost(view.rule().shownBound());
  }

  public String threshold() {
    return Shares.of(view.threshold());
  }

  public int posts() {
    return view.rule().helpPosts();
  }

  public int needed() {
    return view.rule().promise().postsNeeded();
  }

  /** How far the measuring is, as a width. */
  public int progress() {
    return (int) Math.min(WIDTH, (long) WIDTH * posts() / needed());
  }

  public @Nullable AuditEstimate audit() {
    return view.estimate();
  }

  /** The audit's estimate in words. */
  public String estimate(AuditEstimate audit) {
    return "%s, from %s to %s"
        .formatted(
            Shares.of(audit.missShare()),
            Shares.of(audit.missShareLow()),
            Shares.atMost(audit.missShareHigh()));
  }

  /** Where the promise stands on the audit's axis. */
  public int atPromise() {
    return place(view.rule().promise().alpha());
  }

  /** Where a share stands on the audit's axis. */
  public int place(double share) {
    AuditEstimate audit = view.estimate();
    double high = audit == null ? 0 : audit.missShareHigh();
    double end = Math.max(view.rule().promise().alpha() * AXIS_PROMISES, high * 1.1);
    return (int) Math.round(Math.min(1, share / end) * WIDTH);
  }
}
