package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of an action on a case. */
public sealed interface DeskResult {
  /**
   * It is done and committed.
   *
   * @param reply the id of the reply that was queued, or null
   */
  record Done(CaseFile file, @Nullable Long reply) implements DeskResult {}

  /** Refused; the case is as {@code file} says. */
  record Refused(Refusal refusal, CaseFile file) implements DeskResult {}

  record NoSuchCase(long id) implements DeskResult {}

  record NoSuchReply(long id) implements DeskResult {}
}
