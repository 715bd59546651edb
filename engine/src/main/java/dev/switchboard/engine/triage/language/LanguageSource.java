package dev.switchboard.engine.triage.language;

/** Who says which language a post is in, the strongest first. */
public enum LanguageSource {
  /** The network, or whoever sent the post. */
  DECLARED("declared"),

  /** What the same author wrote before. */
  AUTHOR("author"),

  /** The words of the post. */
  TEXT("text");

  private final String word;

  LanguageSource(String word) {
    this.word = word;
  }

  /** As the API and the store write it. */
  public String word() {
    return word;
  }
}
