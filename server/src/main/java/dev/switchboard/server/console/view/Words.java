package dev.switchboard.server.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How names, times and numbers are worded for people. */
public final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int MAX_INITIALS = 2;

  private Words() {}

  /** One or two letters that stand for a name; "?" if it has neither letter nor digit. */
  public static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    boolean start = true;
    for (int c : name.codePoints().toArray()) {
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && start) {
        initials.appendCodePoint(Character.toUpperCase(c));
        if (initials.codePointCount(0, initials.length()) == MAX_INITIALS) {
          break;
        }
      }
      start = !letter;
    }
    return initials.isEmpty() ? "?" : initials.toString();
  }

  /** A time for those without scripts; scripts word it anew. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** A language by its name, for example German; as it came if nobody knows it. */
  public static @Nullable String language(@Nullable String tag) {
    if (tag == null || tag.isBlank() || tag.equals("und")) {
      return null;
    }
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** The same with who says so, unless the network does. */
  public static @Nullable String language(@Nullable String tag, @Nullable String from) {
    String name = language(tag);
    if (name == null || from == null) {
      return name;
    }
    return switch (from) {
      case "author" -> name + ", as they wrote before";
      case "text" -> name + ", by the words";
      default -> name;
    };
  }

  /** A length of time in its largest unit, for example 12 min. */
  public static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 2 * 3_600) {
      return seconds / 60 + " min";
    } else if (seconds < 48 * 3_600) {
      return seconds / 3_600 + " h";
    }
    return seconds / 86_400 + " days";
  }

  public static String percent(float probability) {
    return Math.round(probability * 100) + " %";
  }

  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
