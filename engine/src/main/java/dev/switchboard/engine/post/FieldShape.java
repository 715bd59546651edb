package dev.switchboard.engine.post;

import org.jspecify.annotations.Nullable;

/** What optional fields must look like to be kept. */
final class FieldShape {
  private static final int MAX_LANGUAGE_CHARS = 35;
  private static final int MAX_SUBTAG_CHARS = 8;
  private static final int MAX_URL_CHARS = 2_048;

  private FieldShape() {}

  /** Letters, then subtags of letters and digits, as in BCP 47: {@code en}, {@code zh-Hant-TW}. */
  static boolean isLanguage(String tag) {
    if (tag.length() > MAX_LANGUAGE_CHARS) {
      return false;
    }
    int subtag = 0;
    boolean primary = true;
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (c == '-') {
        if (subtag == 0 || primary && subtag < 2) {
          return false;
        }
        primary = false;
        subtag = 0;
      } else if (isLetter(c) || !primary && c >= '0' && c <= '9') {
        subtag++;
      } else {
        return false;
      }
      if (subtag > MAX_SUBTAG_CHARS) {
        return false;
      }
    }
    return subtag >= (primary ? 2 : 1);
  }

  /** An http or https address with a host, so that it can be shown as a link. */
  static boolean isWebAddress(String url) {
    int host = afterScheme(url);
    if (host < 0 || host >= url.length() || url.length() > MAX_URL_CHARS) {
      return false;
    }
    char first = url.charAt(host);
    if (first == '/' || first == '?' || first == '#' || first == ':') {
      return false;
    }
    for (int i = host; i < url.length(); i++) {
      char c = url.charAt(i);
      if (Character.isISOControl(c) || Character.isWhitespace(c) || c == '"' || c == '<') {
        return false;
      }
    }
    return SafeText.isSafe(url);
  }

  /**
   * Whether the extra fields hold media. The engine reads no JSON: it looks for the name and for a
   * value that is not empty, which is all that an empty text needs to be excused.
   */
  static boolean hasMedia(@Nullable String extraJson) {
    if (extraJson == null) {
      return false;
    }
    int i = extraJson.indexOf("\"media\"");
    if (i < 0) {
      return false;
    }
    i = skipBlank(extraJson, i + "\"media\"".length());
    if (i >= extraJson.length() || extraJson.charAt(i) != ':') {
      return false;
    }
    i = skipBlank(extraJson, i + 1);
    if (i >= extraJson.length() || extraJson.charAt(i) != '[') {
      return false;
    }
    i = skipBlank(extraJson, i + 1);
    return i < extraJson.length() && extraJson.charAt(i) != ']';
  }

  private static int skipBlank(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private static int afterScheme(String url) {
    if (url.regionMatches(true, 0, "https://", 0, 8)) {
      return 8;
    }
    return url.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
