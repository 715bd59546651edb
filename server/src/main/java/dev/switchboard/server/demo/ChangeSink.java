package dev.switchboard.server.demo;

import java.util.List;

/** Where the demo's changes go: the same intake that {@code POST /api/v1/changes} uses. */
@FunctionalInterface
public interface ChangeSink {
  /**
   * Takes changes as lines of JSON and answers after the commit; the same ones again add nothing.
   *
   * @throws RuntimeException if it is not known what was stored; the same lines are sent again
   */
  void accept(List<String> lines) throws InterruptedException;
}
