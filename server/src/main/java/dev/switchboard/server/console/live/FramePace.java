package dev.switchboard.server.console.live;

import java.time.Duration;

/**
 * When a page may be sent its next frame: four a second in the long run, two of them right after
 * one another, and so five in any second. What follows on a person's own click is mostly a second
 * frame soon after one, which should not wait. (A generic cell rate algorithm.) One thread.
 */
final class FramePace {
  private static final long EVERY_NANOS = Duration.ofMillis(250).toNanos();

  /** A frame before this moment is one ahead; two ahead is too many. */
  private long due = Long.MIN_VALUE;

  /** How long to wait; not above zero if a frame may go now. */
  long waitNanos(long now) {
    return due == Long.MIN_VALUE ? 0 : due - EVERY_NANOS - now;
  }

  /** A frame has gone. */
  void sent(long now) {
    due = due == Long.MIN_VALUE || due - now < 0 ? now + EVERY_NANOS : due + EVERY_NANOS;
  }
}
