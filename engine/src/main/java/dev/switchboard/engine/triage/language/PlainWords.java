package dev.switchboard.engine.triage.language;

/**
 * What of a post is written in a language: letters and what stands between them. Addresses, names,
 * hashtags, numbers, signs and emoji are the same in all languages, or another's. Takes time in
 * proportion to what it keeps and passes over, of which it looks at {@value #MAX_READ_CHARS} chars
 * at most.
 */
final class PlainWords {
  /** A language shows in far fewer. */
  static final int MAX_CHARS = 400;

  private static final int MAX_READ_CHARS = 2_000;

  /** More on one letter is decoration. */
  private static final int MAX_MARKS = 2;

  private PlainWords() {}

  /** The words, one space apart; empty if there are none. */
  static String of(String text) {
    StringBuilder words = new StringBuilder(Math.min(text.length(), MAX_CHARS));
    int end = Math.min(text.length(), MAX_READ_CHARS);
    int at = 0;
    while (at < end && words.length() < MAX_CHARS) {
      int next = endOfRun(text, at, end);
      if (isSpoken(text, at, next)) {
        addLetters(text, at, next, words);
      }
      at = next + 1;
    }
    return words.toString().strip();
  }

  /** Where the run of chars that are no white space ends. */
  private static int endOfRun(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Neither a name ({@code @brand}), a hashtag, an address nor the mark of a repost. */
  private static boolean isSpoken(String text, int from, int to) {
    int first = from;
    while (first < to && isOpening(text.charAt(first))) {
      first++;
    }
    if (first == to) {
      return false;
    }
    char c = text.charAt(first);
    return c != '@'
        && c != '#'
        && c != '\uff03'
        && c != '\uff20'
        && !text.startsWith("http://", first)
        && !text.startsWith("https://", first)
        && !text.startsWith("www.", first)
        && !(text.startsWith("RT", first) && to - first <= 3 && isRepost(text, first + 2, to));
  }

  /** Quotes, brackets, dots and invisible marks of direction before what they belong to. */
  private static boolean isOpening(char c) {
    return !Character.isLetterOrDigit(c)
        && !Character.isSurrogate(c)
        && c != '@'
        && c != '#'
        && c != '\uff03'
        && c != '\uff20';
  }

  private static boolean isRepost(String text, int from, int to) {
    return from == to || text.charAt(from) == ':';
  }

  /** Letters, with the marks and apostrophes that belong to them; anything else parts words. */
  private static void addLetters(String text, int from, int to, StringBuilder words) {
    boolean apart = true;
    int marks = 0;
    for (int at = from; at < to && words.length() < MAX_CHARS; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      boolean mark = isMark(c);
      marks = mark ? marks + 1 : 0;
      if (Character.isLetter(c) || mark && !apart && marks <= MAX_MARKS) {
        if (apart && !words.isEmpty()) {
          words.append(' ');
        }
        words.appendCodePoint(c);
        apart = false;
      } else if (isApostrophe(c) && !apart) {
        words.append('\'');
      } else if (!mark) {
        apart = true;
      }
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019';
  }
}
