package dev.switchboard.engine.triage.text;

/** Cuts normalised characters into tokens, in one pass from left to right. */
final class Tokenizer {
  private static final int QUESTION_HASH = Hashes.step(Hashes.WORD_SEED, '?');
  private static final int EXCLAMATION_HASH = Hashes.step(Hashes.WORD_SEED, '!');

  private Tokenizer() {}

  static void tokenize(Tokens tokens) {
    tokens.clear();
    int at = 0;
    while (at < tokens.length && !tokens.isFull()) {
      at = token(tokens, at);
    }
  }

  /** Takes the token that starts here, if one does, and returns where to go on, further right. */
  private static int token(Tokens tokens, int at) {
    char c = tokens.chars[at];
    if (c == ' ') {
      return at + 1;
    }
    if (CharClass.isWord(c)) {
      return isUrl(tokens, at) ? url(tokens, at) : WordScanner.scan(tokens, at);
    }
    return switch (c) {
      case '@' -> mention(tokens, at);
      case '#' -> WordScanner.hashtag(tokens, at);
      case '?' -> run(tokens, at, TokenKind.QUESTION, QUESTION_HASH);
      case '!' -> run(tokens, at, TokenKind.EXCLAMATION, EXCLAMATION_HASH);
      case ':', ';', '=' -> EmojiScanner.smiley(tokens, at);
      default -> c < 128 ? at + 1 : EmojiScanner.scan(tokens, at);
    };
  }

  private static int run(Tokens tokens, int at, TokenKind kind, int hash) {
    int end = at + 1;
    while (end < tokens.length && (tokens.chars[end] == '!' || tokens.chars[end] == '?')) {
      end++;
    }
    // "?!" and "!?" ask: the question counts.
    for (int i = at; i < end; i++) {
      if (tokens.chars[i] == '?') {
        tokens.add(TokenKind.QUESTION, at, end, QUESTION_HASH);
        return end;
      }
    }
    tokens.add(kind, at, end, hash);
    return end;
  }

  private static boolean isUrl(Tokens tokens, int at) {
    char c = tokens.chars[at];
    return c == 'h' && (startsWith(tokens, at, "http://") || startsWith(tokens, at, "https://"))
        || c == 'w' && startsWith(tokens, at, "www.");
  }

  private static int url(Tokens tokens, int at) {
    int end = at;
    while (end < tokens.length && !CharClass.isSpace(tokens.chars[end])) {
      end++;
    }
    tokens.add(TokenKind.URL, at, end, 0);
    return end;
  }

  private static int mention(Tokens tokens, int at) {
    int end = at + 1;
    while (end < tokens.length && isHandle(tokens, end)) {
      end++;
    }
    boolean insideAWord = at > 0 && CharClass.isWord(tokens.chars[at - 1]);
    if (end > at + 1 && !insideAWord) {
      tokens.add(TokenKind.MENTION, at + 1, end, 0);
      return end;
    }
    return at + 1;
  }

  /** Handles can hold dots and dashes ("@ann.example.social") but don't end in one. */
  private static boolean isHandle(Tokens tokens, int at) {
    char c = tokens.chars[at];
    if (CharClass.isWord(c) || c == '_') {
      return true;
    }
    return (c == '.' || c == '-' || c == '@')
        && at + 1 < tokens.length
        && CharClass.isWord(tokens.chars[at + 1]);
  }

  private static boolean startsWith(Tokens tokens, int at, String prefix) {
    if (tokens.length - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (tokens.chars[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
