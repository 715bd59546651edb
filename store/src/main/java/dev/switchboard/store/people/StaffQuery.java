package dev.switchboard.store.people;

import org.jspecify.annotations.Nullable;

/**
 * Which people to show, by name.
 *
 * @param text in their name, login, a skill, a language or a topic; null for all
 * @param team null for all
 * @param presence a presence's word; null for all
 * @param after the number of the last person of the page before; null for the first page
 * @param limit 1 to 200
 */
public record StaffQuery(
    @Nullable String text,
    @Nullable String team,
    @Nullable String presence,
    @Nullable Integer after,
    int limit) {
  public static final int MAX_LIMIT = 200;
  private static final int MAX_TEXT_CHARS = 100;

  public StaffQuery {
    text = text == null || text.isBlank() ? null : text.strip();
    if (text != null && text.length() > MAX_TEXT_CHARS) {
      text = text.substring(0, MAX_TEXT_CHARS);
    }
    team = team == null || team.isBlank() ? null : team;
    presence = presence == null || presence.isBlank() ? null : presence;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, not %d".formatted(MAX_LIMIT, limit));
    }
  }
}
