package dev.switchboard.bench.desk;

import java.time.Duration;

/**
 * From when to when everybody works.
 *
 * @param startNanos when it began, by {@link System#nanoTime}
 * @param warmUp how long nothing is measured
 * @param measured how long it goes on then
 */
record Shift(long startNanos, Duration warmUp, Duration measured) {
  boolean isMeasured(long nanos) {
    return nanos - startNanos > warmUp.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - startNanos > warmUp.plus(measured).toNanos();
  }
}
