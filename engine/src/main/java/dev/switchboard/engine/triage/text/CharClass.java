package dev.switchboard.engine.triage.text;

/**
 * What a character is to the tokenizer. All methods take characters as they stand in the buffer.
 */
final class CharClass {
  private static final boolean[] ASCII_WORD = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      ASCII_WORD[c] = Character.isLetterOrDigit(c);
    }
  }

  private CharClass() {}

  static boolean isWord(char c) {
    if (c < 128) {
      return ASCII_WORD[c];
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Scripts that don't put spaces between words: each character is a token of its own. */
  static boolean isUnspaced(char c) {
    return c >= 0x0E00 && c <= 0x0EFF || c >= 0x3041 && c <= 0x30FF || c >= 0x3400 && c <= 0x9FFF;
  }

  static boolean isSpace(char c) {
    return c <= ' ' || c >= 128 && Character.isSpaceChar(c);
  }

  static boolean isEmoji(int point) {
    return point >= 0x1F000 && point <= 0x1FAFF
        || point >= 0x2600 && point <= 0x27BF
        || point >= 0x2B00 && point <= 0x2BFF
        || point >= 0x2300 && point <= 0x23FF
        || point >= 0x2190 && point <= 0x21FF;
  }

  static boolean isSkinTone(int point) {
    return point >= 0x1F3FB && point <= 0x1F3FF;
  }

  static boolean isFlagLetter(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  /** Whether a zero-width joiner after this character may join two emoji. */
  static boolean joinsEmoji(char c) {
    return Character.isLowSurrogate(c) || c >= 0x2190 && c <= 0x2BFF;
  }

  /** Whether NFKC leaves the character alone wherever it stands. */
  static boolean isSettled(char c) {
    return c >= 0x0400 && c <= 0x0481
        || c >= 0x048A && c <= 0x052F
        || c >= 0x0391 && c <= 0x03CE
        || c >= 0x05D0 && c <= 0x05EA
        || c >= 0x0621 && c <= 0x064A
        || c == '\u061F'
        || c >= 0x2010 && c <= 0x2022
        || c >= 0x2026 && c <= 0x202E
        || c >= 0x200B && c <= 0x200F
        || c == '\u20AC'
        || c >= 0x2190 && c <= 0x22FF && c != 0x222C && c != 0x222D && c != 0x222F && c != 0x2230
        || c >= 0x2500 && c <= 0x27BF
        || c >= 0x2B00 && c <= 0x2BFF
        || c >= 0x3041 && c <= 0x3094
        || c >= 0x30A1 && c <= 0x30FA
        || c == '\u30FC'
        || c >= 0x4E00 && c <= 0x9FFF
        || c >= 0xAC00 && c <= 0xD7A3
        || c == '\uFE0F';
  }

  /** The plain form of a character beyond Latin, or 0 if it is invisible. */
  static char plain(char c) {
    if (c >= 0x2000 && c <= 0x206F) {
      return plainPunctuation(c);
    }
    if (c >= 0x0300 && c <= 0x036F
        || c >= 0x1AB0 && c <= 0x1AFF
        || c >= 0x1DC0 && c <= 0x1DFF
        || c >= 0x20D0 && c <= 0x20FF
        || c >= 0xFE00 && c <= 0xFE0F
        || c == '\uFEFF') {
      return 0;
    }
    return c == '\u061F' ? '?' : Character.toLowerCase(c);
  }

  private static char plainPunctuation(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
      case '\u2026' -> '.';
      case '\u203C' -> '!';
      case '\u2047', '\u2048', '\u2049' -> '?';
      default -> Character.getType(c) == Character.FORMAT ? 0 : ' ';
    };
  }
}
