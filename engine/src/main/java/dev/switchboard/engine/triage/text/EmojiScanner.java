package dev.switchboard.engine.triage.text;

/** Emoji as people see them: one token for a family, a flag, a thumb of any skin tone. */
final class EmojiScanner {
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  /** A sequence longer than this is cut; the longest in Unicode has 10 code points. */
  private static final int MAX_POINTS = 16;

  static final int HAPPY_HASH = Hashes.step(Hashes.WORD_SEED, ')');
  static final int SAD_HASH = Hashes.step(Hashes.WORD_SEED, '(');

  private EmojiScanner() {}

  static int scan(Tokens tokens, int at) {
    int point = pointAt(tokens, at);
    if (!CharClass.isEmoji(point)) {
      return letterBeyondBmp(tokens, at, point);
    }
    int end = at + Character.charCount(point);
    int hash =
        CharClass.isSkinTone(point) ? Hashes.WORD_SEED : Hashes.step(Hashes.WORD_SEED, point);
    boolean flag = CharClass.isFlagLetter(point);
    for (int points = 1; points < MAX_POINTS && end < tokens.length; points++) {
      int next = pointAt(tokens, end);
      boolean joined = next == ZERO_WIDTH_JOINER;
      if (joined && end + 1 < tokens.length && CharClass.isEmoji(pointAt(tokens, end + 1))) {
        int partner = pointAt(tokens, end + 1);
        hash = Hashes.step(Hashes.step(hash, ZERO_WIDTH_JOINER), partner);
        end += 1 + Character.charCount(partner);
      } else if (CharClass.isSkinTone(next)) {
        end += Character.charCount(next);
      } else if (flag && CharClass.isFlagLetter(next)) {
        hash = Hashes.step(hash, next);
        end += Character.charCount(next);
        flag = false;
      } else {
        break;
      }
    }
    tokens.add(TokenKind.EMOJI, at, end, hash);
    return end;
  }

  /** ":)", ";-)", "=D" and their sad sisters. */
  static int smiley(Tokens tokens, int at) {
    int mouth = at + 1;
    if (mouth < tokens.length && (tokens.chars[mouth] == '-' || tokens.chars[mouth] == '\'')) {
      mouth++;
    }
    if (mouth >= tokens.length) {
      return at + 1;
    }
    char c = tokens.chars[mouth];
    boolean atEnd = mouth + 1 >= tokens.length || !CharClass.isWord(tokens.chars[mouth + 1]);
    if (c == ')' || c == ']' || (c == 'd' || c == 'p') && atEnd) {
      tokens.add(TokenKind.EMOJI, at, mouth + 1, HAPPY_HASH);
      return mouth + 1;
    }
    if (c == '('
        || c == '['
        || c == '/' && mouth + 1 < tokens.length && atEnd && !slashes(tokens, mouth)) {
      tokens.add(TokenKind.EMOJI, at, mouth + 1, SAD_HASH);
      return mouth + 1;
    }
    return at + 1;
  }

  private static boolean slashes(Tokens tokens, int at) {
    return tokens.chars[at + 1] == '/';
  }

  private static int letterBeyondBmp(Tokens tokens, int at, int point) {
    int end = at + Character.charCount(point);
    if (Character.isLetter(point)) {
      tokens.add(TokenKind.WORD, at, end, Hashes.step(Hashes.WORD_SEED, point));
    }
    return end;
  }

  private static int pointAt(Tokens tokens, int at) {
    return Character.codePointAt(tokens.chars, at, tokens.length);
  }
}
