package dev.switchboard.channels.twcs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as Twitter's first API wrote them: {@code Tue Oct 31 22:10:47 +0000 2017}. */
final class TwitterTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH);

  private TwitterTime() {}

  /** The moment, or null if the text is not such a time. */
  static @Nullable Instant parse(String text) {
    try {
      return FORMAT.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
