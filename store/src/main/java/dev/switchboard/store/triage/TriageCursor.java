package dev.switchboard.store.triage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The place of a post in a list: where the next page begins. */
record TriageCursor(TriageView view, Instant at, long id) {

  static TriageCursor parse(TriageView view, String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      TriageCursor cursor =
          new TriageCursor(
              TriageView.ofWord(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]));
      if (cursor.view() != view) {
        throw new IllegalArgumentException("of another view");
      }
      return cursor;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "cursor \"%s\" is none of this view's: use \"next\" of the page before".formatted(text),
          e);
    }
  }

  @Override
  public String toString() {
    String plain = view.word() + " " + at + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
