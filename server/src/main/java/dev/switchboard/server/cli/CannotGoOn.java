package dev.switchboard.server.cli;

import org.jspecify.annotations.Nullable;

/** A command that was used rightly and yet failed; the message says why and what to do. */
final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotGoOn(@Nullable String message) {
    super(message);
  }
}
