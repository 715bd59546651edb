package dev.switchboard.engine.triage.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Lower case without accents, by table for Latin text. People leave accents out when they are in a
 * hurry, so "está" and "esta" are one word here.
 */
final class CharFold {
  /** Above the last letter of Latin Extended-B. */
  static final int TABLE_CHARS = 0x250;

  /** The first character that stands for one, or 0 if it vanishes. */
  private static final char[] FIRST = new char[TABLE_CHARS];

  /** The second one ("ß" is "ss"), or 0. */
  private static final char[] SECOND = new char[TABLE_CHARS];

  static {
    for (char c = 0; c < TABLE_CHARS; c++) {
      String folded = fold(c);
      FIRST[c] = folded.isEmpty() ? 0 : folded.charAt(0);
      SECOND[c] = folded.length() == 2 ? folded.charAt(1) : 0;
    }
  }

  private CharFold() {}

  static char first(char c) {
    return FIRST[c];
  }

  static char second(char c) {
    return SECOND[c];
  }

  private static String fold(char c) {
    if (Character.isISOControl(c)) {
      return " ";
    }
    String own =
        switch (c) {
          case '\u00AD' -> ""; // a soft hyphen is only a hint for line breaks
          case 'ß' -> "ss";
          case 'Æ', 'æ' -> "ae";
          case 'Œ', 'œ' -> "oe";
          case 'Ø', 'ø' -> "o";
          case 'Ł', 'ł' -> "l";
          case 'Đ', 'đ', 'Ð', 'ð' -> "d";
          case 'İ', 'ı' -> "i";
          case '«', '»' -> "\"";
          default -> null;
        };
    if (own != null) {
      return own;
    }
    String lower = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    lower = lower.toLowerCase(Locale.ROOT);
    String bare = Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    return bare.isEmpty() || bare.length() > 2 ? " " : bare;
  }
}
