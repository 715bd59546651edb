package dev.switchboard.engine.incident.grouping;

/** "#CheckoutDown" says "Checkout Down" as well: its words are written after it. */
final class HashtagWords {
  private HashtagWords() {}

  /** The text with the words of each hashtag in capitals or underscores after the tag. */
  static String spelledOut(String text) {
    int tag = text.indexOf('#');
    if (tag < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int from = 0;
    while (tag >= 0) {
      int end = end(text, tag + 1);
      out.append(text, from, end);
      if (hasParts(text, tag + 1, end)) {
        spell(text, tag + 1, end, out);
      }
      from = end;
      tag = text.indexOf('#', end);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private static boolean hasParts(String text, int from, int end) {
    for (int i = from + 1; i < end; i++) {
      if (startsPart(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static void spell(String text, int from, int end, StringBuilder out) {
    out.append(' ');
    for (int i = from; i < end; i++) {
      if (i > from && startsPart(text, i)) {
        out.append(' ');
      }
      if (text.charAt(i) != '_') {
        out.append(text.charAt(i));
      }
    }
    out.append(' ');
  }

  /** A capital after a small letter, or an underscore. */
  private static boolean startsPart(String text, int at) {
    char c = text.charAt(at);
    return c == '_' || Character.isUpperCase(c) && Character.isLowerCase(text.charAt(at - 1));
  }
}
