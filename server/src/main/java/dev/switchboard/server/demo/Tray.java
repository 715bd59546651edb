package dev.switchboard.server.demo;

import dev.switchboard.engine.casework.CaseFile;
import java.util.Optional;

/** What an agent is offered. Any thread. */
@FunctionalInterface
public interface Tray {
  /** Nobody is offered anything. */
  Tray NONE = _ -> Optional.empty();

  /**
   * Accepts what expires first of what an agent is offered.
   *
   * @return the case, which they hold now; empty if there was none, or it has gone meanwhile
   */
  Optional<CaseFile> take(String agent);
}
