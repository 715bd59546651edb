package dev.switchboard.engine.incident.grouping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post, seen as evidence.
 *
 * @param id names the post in {@link Assignment#duplicateOf}; unique within the brand, at most
 *     {@link #MAX_ID_CHARS} characters
 * @param text what it says
 * @param language BCP 47, or null when nobody says
 * @param repost whether the network says that it repeats another post
 * @param at when it was written; a time before that of an earlier report counts as that time
 */
public record Report(
    String id, String text, @Nullable String language, boolean repost, Instant at) {
  public static final int MAX_ID_CHARS = 1_000;

  public Report {
    if (id.length() > MAX_ID_CHARS) {
      throw new IllegalArgumentException("a report's id is longer than " + MAX_ID_CHARS);
    }
  }
}
