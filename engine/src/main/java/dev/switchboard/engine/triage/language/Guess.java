package dev.switchboard.engine.triage.language;

/**
 * What a text's words say of its language.
 *
 * @param language BCP 47, the primary subtag alone
 * @param probability 0 to 1, among the languages that were asked about
 * @param lasting whether it is sure enough to stand for what the author writes next
 */
public record Guess(String language, double probability, boolean lasting) {
  public Guess {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0 to 1, not " + probability);
    }
  }

  /** As an identifier says it, for this one text. */
  public Guess(String language, double probability) {
    this(language, probability, false);
  }
}
