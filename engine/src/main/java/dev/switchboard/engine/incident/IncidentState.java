package dev.switchboard.engine.incident;

/** Where an incident stands; the order is part of snapshots. */
public enum IncidentState {
  /** Nobody has taken it. */
  OPEN("open"),
  /** Somebody looks after it. */
  ACKNOWLEDGED("acknowledged"),
  /** A person says that it is over. */
  RESOLVED("resolved"),
  /** It has been quiet for long. */
  CLOSED("closed"),
  /** It is told of under another incident's number. */
  MERGED("merged");

  private final String word;

  IncidentState(String word) {
    this.word = word;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }

  /** Whether it still goes on, as far as anybody knows. */
  public boolean isLive() {
    return switch (this) {
      case OPEN, ACKNOWLEDGED -> true;
      case RESOLVED, CLOSED, MERGED -> false;
    };
  }
}
