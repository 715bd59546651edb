package dev.switchboard.server.api;

import org.jspecify.annotations.Nullable;

/** Fields that a request must have. */
final class Needed {
  private Needed() {}

  static String text(String field, @Nullable String value) {
    if (value == null) {
      throw missing(field, "a string");
    }
    return value;
  }

  static long number(String field, @Nullable Long value) {
    if (value == null) {
      throw missing(field, "a number");
    }
    return value;
  }

  private static IllegalArgumentException missing(String field, String type) {
    return new IllegalArgumentException("the body must have \"%s\", %s".formatted(field, type));
  }
}
