package dev.switchboard.channels.ndjson;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one post that have no place of their own, kept as they were written: numbers keep
 * their digits, objects their order. Only what PostgreSQL's JSON cannot hold is replaced: an
 * escaped NUL or lone surrogate becomes an escaped U+FFFD.
 */
final class ExtraFields {
  private static final int ESCAPE_CHARS = 6;

  private final Set<String> names = new HashSet<>();
  private final StringBuilder json = new StringBuilder("{");

  /** Takes note of a name; false if it was there before. */
  boolean isNew(String name) {
    return names.add(name);
  }

  /** Adds {@code "name": value} as it stands in the bytes, which are valid UTF-8. */
  void add(byte[] bytes, int from, int to) {
    if (json.length() > 1) {
      json.append(',');
    }
    json.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  static @Nullable String toJson(@Nullable ExtraFields extra) {
    if (extra == null) {
      return null;
    }
    extra.json.append('}');
    replaceUnkeepable(extra.json);
    return extra.json.toString();
  }

  /** A backslash occurs in JSON only inside strings, where it starts an escape. */
  private static void replaceUnkeepable(StringBuilder json) {
    int i = json.indexOf("\\");
    while (i >= 0) {
      if (json.charAt(i + 1) != 'u') {
        i = json.indexOf("\\", i + 2);
        continue;
      }
      char c = escaped(json, i);
      int next = i + ESCAPE_CHARS;
      if (Character.isHighSurrogate(c) && isLowSurrogate(json, next)) {
        next += ESCAPE_CHARS;
      } else if (c == 0 || Character.isSurrogate(c)) {
        json.replace(i, next, "\\ufffd");
      }
      i = json.indexOf("\\", next);
    }
  }

  private static boolean isLowSurrogate(StringBuilder json, int i) {
    return i + ESCAPE_CHARS <= json.length()
        && json.charAt(i) == '\\'
        && json.charAt(i + 1) == 'u'
        && Character.isLowSurrogate(escaped(json, i));
  }

  private static char escaped(StringBuilder json, int i) {
    return (char) Integer.parseInt(json, i + 2, i + ESCAPE_CHARS, 16);
  }
}
