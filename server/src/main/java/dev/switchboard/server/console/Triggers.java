package dev.switchboard.server.console;

import org.jspecify.annotations.Nullable;

/** What an answer tells the page's scripts, in the header that htmx turns into events. */
final class Triggers {
  private Triggers() {}

  /** {@code what} was done to a case. */
  static String done(String what, long id) {
    return "{\"case:done\":{\"what\":\"%s\",\"id\":%d}}".formatted(what, id);
  }

  /** {@code what} was said of a post, and the model of this version has learned it. */
  static String said(String what, long post, int model) {
    return "{\"post:said\":{\"what\":\"%s\",\"id\":%d,\"model\":%d}}".formatted(what, post, model);
  }

  /** Go on to a case, or to the inbox if none waits. */
  static String next(@Nullable Long id) {
    return "{\"case:next\":{\"id\":%s}}".formatted(id);
  }
}
