package dev.switchboard.server.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chore that is done again and again, on a thread of its own, until closed. */
final class Repeating implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Repeating.class);
  private final Thread thread;

  Repeating(String name, Duration every, Runnable chore) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(
                () -> {
                  try {
                    while (true) {
                      TimeUnit.NANOSECONDS.sleep(every.toNanos());
                      run(chore);
                    }
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  private static void run(Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException e) {
      log.debug("{} failed; it is done again soon", Thread.currentThread().getName(), e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
