package dev.switchboard.server.console;

import org.jspecify.annotations.Nullable;

/** What an answer tells the page's scripts, in the header that htmx turns into events. */
final class Triggers {
  private Triggers() {}

  /** {@code what} was done to a case. */
  static String done(String what, long id) {
    return "{\"case:done\":{\"what\":\"%s\",\"id\":%d}}".formatted(what, id);
  }

  /** Go on to a case, or to the inbox if none waits. */
  static String next(@Nullable Long id) {
    return "{\"case:next\":{\"id\":%s}}".formatted(id);
  }
}
