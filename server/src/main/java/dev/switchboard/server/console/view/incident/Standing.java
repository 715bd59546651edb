package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.IncidentState;

/** Where an incident stands, worded for people. */
public enum Standing {
  OPEN("open", "bad"),
  ACKNOWLEDGED("acknowledged", "mine"),
  RESOLVED("resolved", "good"),
  CLOSED("died away", "soft"),
  MERGED("merged", "soft");

  private final String words;
  private final String badge;

  Standing(String words, String badge) {
    this.words = words;
    this.badge = badge;
  }

  static Standing of(IncidentState state) {
    return switch (state) {
      case OPEN -> OPEN;
      case ACKNOWLEDGED -> ACKNOWLEDGED;
      case RESOLVED -> RESOLVED;
      case CLOSED -> CLOSED;
      case MERGED -> MERGED;
    };
  }

  public String words() {
    return words;
  }

  /** The kind of badge that shows it. */
  public String badge() {
    return badge;
  }

  /** Whether it goes on, as far as anybody knows. */
  public boolean isLive() {
    return switch (this) {
      case OPEN, ACKNOWLEDGED -> true;
      case RESOLVED, CLOSED, MERGED -> false;
    };
  }
}
