package dev.switchboard.server.demo;

import dev.switchboard.server.demo.Scripted.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives posts their times. The same post keeps its time when it is delivered again, and one that
 * was overtaken is older than the one that overtook it. Remembers the latest posts only. One
 * thread.
 */
final class Stamps {
  private static final int MAX_POSTS = 20_000;
  private static final Duration OVERTAKEN_BY = Duration.ofSeconds(2);

  private final Map<String, Instant> createdAt = bounded();
  private final Map<String, Instant> changedAt = bounded();

  /**
   * @param changedAt when the author did what the post says; equals {@code createdAt} for new ones
   */
  record Stamp(Instant createdAt, Instant changedAt) {}

  Stamp stamp(Said said, Instant moment) {
    Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
    DemoPost post = said.post();
    Instant created = createdAt.computeIfAbsent(post.id(), _ -> firstTime(said, now));
    return switch (post.change()) {
      case WRITTEN -> new Stamp(created, created);
      case EDITED, DELETED ->
          new Stamp(created, changedAt.computeIfAbsent(post.id() + " " + post.change(), _ -> now));
    };
  }

  private Instant firstTime(Said said, Instant now) {
    Instant overtaking = said.writtenBefore() == null ? null : createdAt.get(said.writtenBefore());
    if (overtaking != null) {
      return overtaking.minus(OVERTAKEN_BY);
    }
    return said.writtenBefore() == null ? now : now.minus(OVERTAKEN_BY);
  }

  private static Map<String, Instant> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
        return size() > MAX_POSTS;
      }
    };
  }
}
