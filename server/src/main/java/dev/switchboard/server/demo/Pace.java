package dev.switchboard.server.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * Maps wall time to scripted time: {@code speed} scripted seconds a second. When the machine can't
 * keep up, the script is held back rather than delivered in a heap. One thread.
 */
final class Pace {
  private final Instant start;
  private final double speed;
  private Duration heldBack = Duration.ZERO;

  Pace(Instant start, double speed) {
    this.start = start;
    this.speed = speed;
  }

  /** Scripted time at {@code now}. */
  Duration position(Instant now) {
    return times(Duration.between(start, now).minus(heldBack), speed);
  }

  /** How long ago, in wall time, what stands at {@code at} was due; negative if it is to come. */
  Duration lag(Duration at, Instant now) {
    return times(position(now).minus(at), 1 / speed);
  }

  void holdBack(Duration wall) {
    heldBack = heldBack.plus(wall);
  }

  Duration heldBack() {
    return heldBack;
  }

  static Duration times(Duration duration, double factor) {
    return Duration.ofNanos((long) (duration.toNanos() * factor));
  }
}
