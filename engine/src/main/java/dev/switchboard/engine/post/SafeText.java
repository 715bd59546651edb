package dev.switchboard.engine.post;

/** Text without what no database and no page can hold: NUL and lone surrogates. */
final class SafeText {
  private static final int MAX_SHOWN_CHARS = 60;
  private static final char REPLACEMENT = '\uFFFD';

  private SafeText() {}

  /** Whether the text can be kept as it is. */
  static boolean isSafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** The text with each NUL left out and each lone surrogate replaced by U+FFFD. */
  static String repair(String text) {
    StringBuilder repaired = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (isPair(text, i)) {
          repaired.append(c).append(text.charAt(++i));
        } else {
          repaired.append(REPLACEMENT);
        }
      } else if (c != 0) {
        repaired.append(c);
      }
    }
    return repaired.toString();
  }

  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The value in quotes for a message: at most 60 characters, nothing that moves a terminal. */
  static String quote(String value) {
    int end = Math.min(value.length(), MAX_SHOWN_CHARS);
    StringBuilder shown = new StringBuilder(end + 3).append('"');
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      boolean lone = Character.isSurrogate(c) && !isPair(value, i) && !isSecondOfPair(value, i);
      shown.append(Character.isISOControl(c) || lone ? REPLACEMENT : c);
    }
    if (Character.isHighSurrogate(shown.charAt(shown.length() - 1))) {
      shown.setLength(shown.length() - 1);
    }
    return shown.append(end < value.length() ? "…\"" : "\"").toString();
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  private static boolean isSecondOfPair(String text, int i) {
    return i > 0 && isPair(text, i - 1);
  }
}
