package dev.switchboard.engine.triage.text;

/** What a token is. Mentions and URLs say where a post goes, not what it says. */
public enum TokenKind {
  WORD,
  HASHTAG,
  MENTION,
  URL,
  /** A whole emoji sequence, or a smiley in punctuation. */
  EMOJI,
  /** A number, an amount or a time; its digits don't matter, how many there are does. */
  NUMBER,
  /** A flight, order or case number. */
  CODE,
  QUESTION,
  EXCLAMATION;

  /** Whether the token takes part in word n-grams. */
  public boolean isSpoken() {
    return switch (this) {
      case WORD, HASHTAG, EMOJI, NUMBER, CODE, QUESTION -> true;
      case MENTION, URL, EXCLAMATION -> false;
    };
  }
}
