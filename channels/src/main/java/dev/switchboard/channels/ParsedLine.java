package dev.switchboard.channels;

import dev.switchboard.engine.post.PostDraft;

/** What one line, array element or record turned out to be. */
public sealed interface ParsedLine {
  /** The line's number, or the element's in an array, from 1. */
  long line();

  /** A post as sent; nothing in it has been believed yet. */
  record Good(long line, PostDraft draft) implements ParsedLine {}

  /** Not readable as a post; a sentence that says what, where and what to do. */
  record Bad(long line, String reason) implements ParsedLine {}
}
