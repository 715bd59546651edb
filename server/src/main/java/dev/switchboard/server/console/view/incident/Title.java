package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.change.Change;
import java.util.List;

/** What incidents and changes are called. */
final class Title {
  private static final int MAX_TERMS = 4;

  private Title() {}

  /** The words that its reports have in common. */
  static String of(List<String> terms) {
    return terms.isEmpty()
        ? "Reports with no word in common"
        : String.join(" · ", terms.subList(0, Math.min(MAX_TERMS, terms.size())));
  }

  /** For example: deploy of rebooking 4.12.0. */
  static String of(Change change) {
    String version = change.version() == null ? "" : " " + change.version();
    String region = change.region() == null ? "" : " in " + change.region();
    return change.type().word() + " of " + change.service() + version + region;
  }
}
