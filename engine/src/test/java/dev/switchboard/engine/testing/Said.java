package dev.switchboard.engine.testing;

import dev.switchboard.engine.post.AuthorChange;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in words: {@code Said.asks("q1", 10)} is a customer's call for help, ten minutes after
 * {@link #START}.
 */
public record Said(
    String id,
    String channel,
    Direction direction,
    String author,
    String text,
    Instant at,
    @Nullable String answers,
    AuthorChange change) {
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  /** A customer who surely needs help. */
  public static Said asks(String id, long minute) {
    return customer(id, "help with " + id, minute);
  }

  /** A customer of whom triage is unsure. */
  public static Said wonders(String id, long minute) {
    return customer(id, "unsure about " + id, minute);
  }

  /** A customer who needs nothing. */
  public static Said chats(String id, long minute) {
    return customer(id, "lovely day, " + id, minute);
  }

  /** The brand. */
  public static Said replies(String id, long minute) {
    return new Said(
        id,
        "memory:northwind",
        Direction.OUT,
        "northwind",
        "we are on it: " + id,
        minute(minute),
        null,
        AuthorChange.WRITTEN);
  }

  public static Instant minute(long minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Said customer(String id, String text, long minute) {
    return new Said(
        id,
        "memory:northwind",
        Direction.IN,
        "customer",
        text,
        minute(minute),
        null,
        AuthorChange.WRITTEN);
  }

  public Said to(String parent) {
    return new Said(id, channel, direction, author, text, at, parent, change);
  }

  public Said called(String other) {
    return new Said(other, channel, direction, author, text, at, answers, change);
  }

  public Said atTime(Instant time) {
    return new Said(id, channel, direction, author, text, time, answers, change);
  }

  public Said by(String name) {
    return new Said(id, channel, direction, name, text, at, answers, change);
  }

  public Said on(String otherChannel) {
    return new Said(id, otherChannel, direction, author, text, at, answers, change);
  }

  public Said saying(String words) {
    return new Said(id, channel, direction, author, words, at, answers, change);
  }

  public Said editedAt(long minute) {
    AuthorChange edited = new AuthorChange.Edited(minute(minute));
    return new Said(id, channel, direction, author, text, at, answers, edited);
  }

  public Said deletedAt(long minute) {
    AuthorChange deleted = new AuthorChange.Deleted(minute(minute));
    return new Said(id, channel, direction, author, "", at, answers, deleted);
  }

  public Post post() {
    return new Post(
        id,
        ChannelName.parse(channel),
        null,
        author,
        text,
        at,
        direction,
        answers == null ? PostKind.MENTION : PostKind.REPLY,
        answers,
        null,
        null,
        null,
        change,
        null);
  }
}
