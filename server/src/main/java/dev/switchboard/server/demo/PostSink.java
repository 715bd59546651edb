package dev.switchboard.server.demo;

import java.util.List;

/** Where the demo's posts go: the same intake that {@code POST /api/v1/posts} uses. */
@FunctionalInterface
public interface PostSink {
  /**
   * Takes lines of NDJSON, 1 to 500, and answers after the commit. May wait while the intake is
   * full. Called by one thread.
   *
   * @throws RuntimeException if it is not known what was stored; the same lines are sent again
   * @throws InterruptedException if the run is stopped meanwhile
   */
  Receipt accept(List<String> lines) throws InterruptedException;

  /** How many lines were stored, known already, and refused; their sum is all of them. */
  record Receipt(int accepted, int duplicates, int rejected) {}
}
