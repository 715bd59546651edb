package dev.switchboard.engine.triage.text;

/** Words, hashtags, numbers and codes. */
final class WordScanner {
  /** Longer words are cut here: what follows is a token of its own. */
  private static final int MAX_WORD_CHARS = 64;

  private static final int NUMBER_HASH = Hashes.step(Hashes.WORD_SEED, '0');
  private static final int CODE_HASH = Hashes.step(Hashes.WORD_SEED, '#');
  private static final int LONG_NUMBER_DIGITS = 6;

  private WordScanner() {}

  static int hashtag(Tokens tokens, int at) {
    int from = at + 1;
    return from < tokens.length && CharClass.isWord(tokens.chars[from])
        ? word(tokens, from, true)
        : from;
  }

  static int scan(Tokens tokens, int at) {
    return word(tokens, at, false);
  }

  private static int word(Tokens tokens, int at, boolean tagged) {
    char[] chars = tokens.chars;
    if (CharClass.isUnspaced(chars[at])) {
      tokens.add(TokenKind.WORD, at, at + 1, Hashes.step(Hashes.WORD_SEED, chars[at]));
      return at + 1;
    }
    int limit = Math.min(tokens.length, at + MAX_WORD_CHARS);
    int end = at;
    int digits = 0;
    int letters = 0;
    while (end < limit) {
      char c = chars[end];
      if (CharClass.isDigit(c)) {
        digits++;
      } else if (CharClass.isWord(c) && !CharClass.isUnspaced(c)) {
        letters++;
      } else if (!joins(tokens, end, digits > 0 && letters == 0, tagged)) {
        break;
      }
      end++;
    }
    tokens.letters += letters;
    add(tokens, at, end, digits, letters, tagged);
    return end;
  }

  /** An apostrophe inside a word, a dot or colon inside a number, an underscore in a hashtag. */
  private static boolean joins(Tokens tokens, int at, boolean number, boolean tagged) {
    if (at + 1 >= tokens.length) {
      return false;
    }
    char c = tokens.chars[at];
    char next = tokens.chars[at + 1];
    if (number) {
      return (c == '.' || c == ',' || c == ':') && CharClass.isDigit(next);
    }
    return c == '\'' && CharClass.isWord(next) || c == '_' && tagged;
  }

  private static void add(
      Tokens tokens, int from, int to, int digits, int letters, boolean tagged) {
    if (letters == 0) {
      boolean code = digits >= LONG_NUMBER_DIGITS || tagged && digits > 1;
      tokens.add(
          code ? TokenKind.CODE : TokenKind.NUMBER,
          from,
          to,
          code ? CODE_HASH : Hashes.step(NUMBER_HASH, digits));
    } else if (isCode(tokens.chars, from, to, digits, letters)) {
      tokens.add(TokenKind.CODE, from, to, CODE_HASH);
    } else {
      tokens.add(tagged ? TokenKind.HASHTAG : TokenKind.WORD, from, to, hash(tokens, from, to));
    }
  }

  /** A flight ("ba117") or a reference ("x7kq29f"), not a slang word ("gr8", "2nd", "b4"). */
  private static boolean isCode(char[] chars, int from, int to, int digits, int letters) {
    if (digits < 2) {
      return false;
    }
    int leading = 0;
    while (from + leading < to && !CharClass.isDigit(chars[from + leading])) {
      leading++;
    }
    boolean flight = leading == letters && letters <= 3 && digits <= 5;
    return flight || letters + digits >= 6 && digits >= 2 && letters <= digits + 4;
  }

  /**
   * "don't" is "dont". A letter that stands three times or more counts twice, at the end of a word
   * once: "cooool" is "cool" and "sooooo" is "so".
   */
  private static int hash(Tokens tokens, int from, int to) {
    char[] chars = tokens.chars;
    int h = Hashes.WORD_SEED;
    int at = from;
    while (at < to) {
      char c = chars[at];
      int end = at + 1;
      while (end < to && chars[end] == c) {
        end++;
      }
      int run = end - at;
      if (run > 2) {
        tokens.elongated = true;
        run = end == to ? 1 : 2;
      }
      if (c != '\'') {
        h = Hashes.step(h, c);
        if (run == 2) {
          h = Hashes.step(h, c);
        }
      }
      at = end;
    }
    return h;
  }
}
