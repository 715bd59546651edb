package dev.switchboard.channels.changes;

import dev.switchboard.engine.incident.change.Change;

/** What one line or array element turned out to be. */
public sealed interface ParsedChange {
  /** The line's number, or the element's in an array, from 1. */
  long line();

  /** A change. */
  record Good(long line, Change change) implements ParsedChange {}

  /** A CDEvents event that is readable, but changes nothing that customers could feel. */
  record Ignored(long line, String reason) implements ParsedChange {}

  /** Not readable as a change; a sentence that says what, where and what to do. */
  record Bad(long line, String reason) implements ParsedChange {}
}
