package dev.switchboard.server.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When agents work: they begin nothing new once it is finishing, and drop their pens at its end.
 */
final class Shift {
  private final CountDownLatch finishing = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  void finish() {
    finishing.countDown();
  }

  void end() {
    finishing.countDown();
    over.countDown();
  }

  boolean isFinishing() {
    return finishing.getCount() == 0;
  }

  /** Waits until there is new work to look for; ends early when the shift is finishing. */
  void rest(Duration pause) throws InterruptedException {
    var _ = finishing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Works for a while; false if the shift ended before that. */
  boolean work(Duration time) throws InterruptedException {
    return !over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
