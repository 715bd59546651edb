package dev.switchboard.engine.triage.text;

/** The signals in the form of a post: what it is made of, whatever its words mean. */
final class Form {
  private static final int MANY = 3;

  private Form() {}

  static void read(Tokens tokens, int spoken, Features features) {
    int mentions = 0;
    int hashtags = 0;
    for (int t = 0; t < tokens.size(); t++) {
      switch (tokens.kind(t)) {
        case QUESTION -> once(features, Signal.QUESTION);
        case EXCLAMATION -> features.signal(Signal.EXCLAMATION);
        case URL -> once(features, Signal.LINK);
        case CODE -> once(features, Signal.CODE);
        case EMOJI -> smiley(tokens.hash(t), features);
        case MENTION -> mentions++;
        case HASHTAG -> hashtags++;
        case WORD, NUMBER -> {}
      }
    }
    set(features, Signal.MANY_MENTIONS, mentions >= MANY);
    set(features, Signal.MANY_HASHTAGS, hashtags >= MANY);
    set(features, Signal.SHOUTING, tokens.isShouting());
    set(features, Signal.ELONGATION, tokens.isElongated());
    if (tokens.size() > 0) {
      set(features, Signal.STARTS_WITH_MENTION, tokens.kind(0) == TokenKind.MENTION);
      boolean asks = tokens.kind(tokens.size() - 1) == TokenKind.QUESTION;
      set(features, Signal.ENDS_IN_QUESTION, asks && spoken > 1);
    }
  }

  private static void smiley(int hash, Features features) {
    set(features, Signal.HAPPY, hash == EmojiScanner.HAPPY_HASH);
    set(features, Signal.SAD, hash == EmojiScanner.SAD_HASH);
  }

  private static void once(Features features, Signal signal) {
    set(features, signal, features.strength(signal) == 0);
  }

  private static void set(Features features, Signal signal, boolean on) {
    if (on) {
      features.signal(signal);
    }
  }
}
