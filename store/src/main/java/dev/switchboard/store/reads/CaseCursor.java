package dev.switchboard.store.reads;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The place of a case in a list: where the next page begins. */
record CaseCursor(boolean rankedLow, Instant askedAt, long id) {

  static CaseCursor of(CaseRow row) {
    return new CaseCursor(row.rankedLow(), row.askedAt(), row.id());
  }

  static CaseCursor parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      return new CaseCursor(
          Boolean.parseBoolean(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "cursor \"%s\" is none of ours: use \"next\" of the page before".formatted(text), e);
    }
  }

  @Override
  public String toString() {
    String plain = rankedLow + " " + askedAt + " " + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
