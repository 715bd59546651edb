package dev.switchboard.store.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The place of an incident in the list: where the next page begins. */
record IncidentCursor(Instant openedAt, long id) {

  static IncidentCursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      return new IncidentCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "cursor \"%s\" is none of ours: use \"next\" of the page before".formatted(text), e);
    }
  }

  @Override
  public String toString() {
    String plain = openedAt + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
