package dev.switchboard.engine.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands near a place in a text, in the same line. */
final class Near {
  private Near() {}

  /**
   * Any of some words, in capitals or not.
   *
   * @param apart alternatives of a pattern that stand by themselves
   * @param within alternatives that may stand within a word, for scripts without blanks; or empty
   */
  static Pattern words(String apart, String within) {
    String pattern = "(?<![\\p{L}\\p{N}])(?:" + apart + ")(?!\\p{L})";
    return Pattern.compile(
        within.isEmpty() ? pattern : pattern + "|" + within,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether a word stands in the {@code chars} before {@code at}. */
  static boolean before(Pattern word, String text, int at, int chars) {
    return lastBefore(word, text, at, chars) >= 0;
  }

  /** Where the last such word begins in the {@code chars} before {@code at}, or -1. */
  static int lastBefore(Pattern word, String text, int at, int chars) {
    int from = Math.max(0, at - chars);
    // A word that is cut off by the window is none.
    while (from > 0 && from < at && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from++;
    }
    Matcher near = word.matcher(text).region(from, at).useTransparentBounds(true);
    int last = -1;
    while (near.find()) {
      last = near.start();
    }
    return last;
  }

  /** Whether a word stands in the {@code chars} after {@code at}. */
  static boolean after(Pattern word, String text, int at, int chars) {
    return word.matcher(text)
        .region(at, Math.min(text.length(), at + chars))
        .useTransparentBounds(true)
        .find();
  }
}
