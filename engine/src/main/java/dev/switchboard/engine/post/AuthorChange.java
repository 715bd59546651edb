package dev.switchboard.engine.post;

import java.time.Instant;

/** What an author did: wrote a post, or changed or withdrew one that may be known already. */
public sealed interface AuthorChange {
  /** A new post. */
  record Written() implements AuthorChange {}

  /** The same post with another text. */
  record Edited(Instant at) implements AuthorChange {}

  /** The post was withdrawn; its text must not be shown any more. */
  record Deleted(Instant at) implements AuthorChange {}

  AuthorChange WRITTEN = new Written();
}
