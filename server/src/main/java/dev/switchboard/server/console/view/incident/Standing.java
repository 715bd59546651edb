package dev.switchboard.server.console.view.incident;

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

  /**
   * @param word as the store has it
   */
  static Standing of(String word) {
    return switch (word) {
      case "open" -> OPEN;
      case "acknowledged" -> ACKNOWLEDGED;
      case "resolved" -> RESOLVED;
      case "closed" -> CLOSED;
      case "merged" -> MERGED;
      default -> throw new IllegalArgumentException("there is no state " + word);
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
