package dev.switchboard.engine.incident.change;

import java.util.Locale;
import java.util.Optional;

/** What kind of thing happened. */
public enum ChangeType {
  DEPLOY("deploy"),
  ROLLBACK("rollback"),
  FLAG("flag"),
  /** A change of an environment or its configuration. */
  CONFIGURATION("configuration"),
  /** A service was taken away. */
  REMOVAL("removal"),
  ALERT("alert"),
  OUTAGE("outage"),
  OTHER("change");

  private static final String CD_EVENTS = "dev.cdevents.";

  private final String word;

  ChangeType(String word) {
    this.word = word;
  }

  /** The word for it in the simple form and in reasons: {@code deploy}. */
  public String word() {
    return word;
  }

  /** The type of this word, whatever its case; empty if there is none. */
  public static Optional<ChangeType> find(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    for (ChangeType type : values()) {
      if (type.word.equals(wanted)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * The type that a CDEvents type such as {@code dev.cdevents.service.deployed.0.2.0} stands for.
   *
   * @return empty if the event is of CDEvents but changes nothing that customers could feel, such
   *     as a finished build, or is not of CDEvents
   * @see <a href="https://cdevents.dev/docs/">CDEvents</a>
   */
  public static Optional<ChangeType> ofCdEvents(String type) {
    if (!type.startsWith(CD_EVENTS)) {
      return Optional.empty();
    }
    String[] parts = type.substring(CD_EVENTS.length()).split("\\.", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0] + "." + parts[1]) {
      case "service.deployed", "service.upgraded", "service.published" -> Optional.of(DEPLOY);
      case "service.rolledback" -> Optional.of(ROLLBACK);
      case "service.removed" -> Optional.of(REMOVAL);
      case "environment.created", "environment.modified", "environment.deleted" ->
          Optional.of(CONFIGURATION);
      case "incident.detected", "incident.reported" -> Optional.of(ALERT);
      default -> Optional.empty();
    };
  }
}
