package dev.switchboard.engine.triage.text;

import java.text.Normalizer;

/**
 * Writes a text into a buffer in one form: NFKC, lower case, without accents, invisible characters
 * and piles of combining marks. Text that is plain Latin or has only characters that NFKC leaves
 * alone is not copied first. Linear in the length of the text, of which the first {@link
 * Tokens#MAX_CHARS} characters count.
 */
final class TextNormaliser {
  /** More marks on one letter than any orthography has are decoration. */
  private static final int MAX_MARKS_PER_LETTER = 6;

  private static final int RESTART = -1;
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  private TextNormaliser() {}

  /** Fills {@code tokens.chars}; what the text held before is forgotten. */
  static void normalise(String text, Tokens tokens) {
    if (write(text, tokens, false) == RESTART) {
      write(Normalizer.normalize(withoutPiles(text), Normalizer.Form.NFKC), tokens, true);
    }
  }

  private static int write(String text, Tokens tokens, boolean composed) {
    char[] out = tokens.chars;
    int n = 0;
    int upper = 0;
    int end = Math.min(text.length(), Tokens.MAX_CHARS);
    for (int i = 0; i < end && n < Tokens.MAX_CHARS - 2; i++) {
      char c = text.charAt(i);
      if (c < CharFold.TABLE_CHARS) {
        char first = CharFold.first(c);
        if (first != 0) {
          out[n++] = first;
        }
        char second = CharFold.second(c);
        if (second != 0) {
          out[n++] = second;
        }
        if (c >= 'A' && c <= 'Z') {
          upper++;
        }
      } else if (Character.isSurrogate(c)) {
        if (i + 1 < end && Character.isSurrogatePair(c, text.charAt(i + 1))) {
          int point = Character.toCodePoint(c, text.charAt(i + 1));
          if (!composed && changesUnderNfkc(point)) {
            return RESTART;
          }
          out[n++] = c;
          out[n++] = text.charAt(++i);
        } else {
          out[n++] = ' ';
        }
      } else if (!composed && !CharClass.isSettled(c)) {
        return RESTART;
      } else if (c == ZERO_WIDTH_JOINER) {
        if (n > 0 && CharClass.joinsEmoji(out[n - 1])) {
          out[n++] = c;
        }
      } else {
        char plain = CharClass.plain(c);
        if (plain != 0) {
          out[n++] = plain;
        }
      }
    }
    tokens.length = n;
    tokens.upperCaseLetters = upper;
    return n;
  }

  /** Letters dressed up as mathematics, and letters in boxes other than the flags. */
  private static boolean changesUnderNfkc(int point) {
    boolean emoji = point >= 0x1F300 || point >= 0x1F1E6 && point <= 0x1F1FF;
    return !emoji && point < 0x20000 || point >= 0x2F800;
  }

  /** Sorting a pile of thousands of marks, as NFKC must, would take time by its square. */
  private static String withoutPiles(String text) {
    int end = Math.min(text.length(), Tokens.MAX_CHARS);
    StringBuilder out = new StringBuilder(end);
    int marks = 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
      if (marks <= MAX_MARKS_PER_LETTER) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
