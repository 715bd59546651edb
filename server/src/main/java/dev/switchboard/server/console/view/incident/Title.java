package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.change.Change;
import java.util.List;

/** What incidents and changes are called. */
public final class Title {
  private static final int MAX_TERMS = 4;
  private static final int MIN_LETTERS = 3;

  private Title() {}

  /** The words that its reports have in common. */
  public static String of(List<String> terms) {
    List<String> telling = terms.stream().filter(Title::tells).limit(MAX_TERMS).toList();
    if (telling.isEmpty()) {
      telling = terms.stream().limit(MAX_TERMS).toList();
    }
    return telling.isEmpty() ? "Reports with no word in common" : String.join(" · ", telling);
  }

  /** Words such as "la", "de" and "el" are in common, and say nothing. */
  private static boolean tells(String term) {
    return term.codePointCount(0, term.length()) >= MIN_LETTERS
        || term.codePoints().anyMatch(Character::isIdeographic);
  }

  /** For example: deploy of rebooking 4.12.0. */
  static String of(Change change) {
    String version = change.version() == null ? "" : " " + change.version();
    String region = change.region() == null ? "" : " in " + change.region();
    return change.type().word() + " of " + change.service() + version + region;
  }
}
