package dev.switchboard.engine.triage;

import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Posts for tests: a mention of a made-up brand unless said otherwise. */
public final class Posts {
  private Posts() {}

  public static Post mention(String text) {
    return post(text, PostKind.MENTION, null);
  }

  public static Post of(String text, PostKind kind) {
    return post(text, kind, null);
  }

  public static Post withFollowers(String text, int followers) {
    return post(text, PostKind.MENTION, followers);
  }

  private static Post post(String text, PostKind kind, @Nullable Integer followers) {
    return new Post(
        "1",
        ChannelName.parse("memory:northwind"),
        null,
        "author",
        text,
        Instant.parse("2026-01-05T08:00:00Z"),
        Direction.IN,
        kind,
        kind == PostKind.REPLY ? "0" : null,
        null,
        null,
        followers,
        AuthorChange.WRITTEN,
        null);
  }
}
