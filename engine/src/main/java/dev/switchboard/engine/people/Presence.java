package dev.switchboard.engine.people;

import java.util.Optional;

/**
 * What a person is doing now, as they say; what was expected of them stands in their {@link
 * Roster}. {@link #word()} is part of the contract.
 */
public enum Presence {
  /** Takes cases. */
  WORKING("working", "Working"),
  /** Back soon: a meal, a meeting. */
  AWAY("away", "Away"),
  /** Not at work. */
  OFF("off", "Off");

  private final String word;
  private final String label;

  Presence(String word, String label) {
    this.word = word;
    this.label = label;
  }

  public String word() {
    return word;
  }

  /** How people read it. */
  public String label() {
    return label;
  }

  public static Optional<Presence> find(String word) {
    for (Presence presence : values()) {
      if (presence.word.equals(word)) {
        return Optional.of(presence);
      }
    }
    return Optional.empty();
  }
}
