package dev.switchboard.engine.triage.classify;

/**
 * A text to learn from or to be tested on.
 *
 * @param text as its author wrote it
 * @param label its class, not blank
 */
public record Labelled(String text, String label) {
  public Labelled {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a label must not be blank; leave the row out instead");
    }
  }
}
