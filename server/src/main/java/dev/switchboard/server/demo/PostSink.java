package dev.switchboard.server.demo;

import java.time.Duration;
import java.util.List;

/** Where the demo's posts go: the same intake that {@code POST /api/v1/posts} uses. */
@FunctionalInterface
public interface PostSink {
  /**
   * Takes lines of NDJSON, 1 to 500, and answers after the commit. Called by one thread.
   *
   * @throws Busy if nothing was stored since too much is waiting; worth a retry
   * @throws RuntimeException if it is not known what was stored; the same lines are sent again
   * @throws InterruptedException if the run is stopped meanwhile
   */
  Receipt accept(List<String> lines) throws InterruptedException, Busy;

  /** How many lines were stored, known already, and refused; their sum is all of them. */
  record Receipt(int accepted, int duplicates, int rejected) {}

  /** The intake is full; whoever waits for it can be stopped meanwhile, so it does not wait. */
  final class Busy extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    Busy(Duration retryAfter) {
      super("the intake is full");
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }
}
