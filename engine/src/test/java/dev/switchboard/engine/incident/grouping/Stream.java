package dev.switchboard.engine.incident.grouping;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A brand's posts, one a minute unless time is said to pass. */
final class Stream {
  private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

  Grouping grouping;
  private Instant now = START;
  private int posts;

  Stream() {
    this(GroupingSettings.DEFAULT);
  }

  Stream(GroupingSettings settings) {
    this.grouping = new Grouping(settings);
  }

  Assignment says(String text) {
    return says(text, null, false);
  }

  Assignment says(String text, @Nullable String language, boolean repost) {
    now = now.plus(Duration.ofMinutes(1));
    return grouping.assign(new Report("post " + ++posts, text, language, repost, now));
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  long nowMillis() {
    return now.toEpochMilli();
  }
}
