package dev.switchboard.engine.flow;

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
record Said(
    String id,
    String channel,
    Direction direction,
    String author,
    String text,
    Instant at,
    @Nullable String answers,
    AuthorChange change) {
  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  /** A customer who surely needs help. */
  static Said asks(String id, long minute) {
    return customer(id, "help with " + id, minute);
  }

  /** A customer of whom triage is unsure. */
  static Said wonders(String id, long minute) {
    return customer(id, "unsure about " + id, minute);
  }

  /** A customer who needs nothing. */
  static Said chats(String id, long minute) {
    return customer(id, "lovely day, " + id, minute);
  }

  /** The brand. */
  static Said replies(String id, long minute) {
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

  static Instant minute(long minute) {
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

  Said to(String parent) {
    return new Said(id, channel, direction, author, text, at, parent, change);
  }

  Said called(String other) {
    return new Said(other, channel, direction, author, text, at, answers, change);
  }

  Said atTime(Instant time) {
    return new Said(id, channel, direction, author, text, time, answers, change);
  }

  Said by(String name) {
    return new Said(id, channel, direction, name, text, at, answers, change);
  }

  Said on(String otherChannel) {
    return new Said(id, otherChannel, direction, author, text, at, answers, change);
  }

  Said saying(String words) {
    return new Said(id, channel, direction, author, words, at, answers, change);
  }

  Said editedAt(long minute) {
    AuthorChange edited = new AuthorChange.Edited(minute(minute));
    return new Said(id, channel, direction, author, text, at, answers, edited);
  }

  Said deletedAt(long minute) {
    AuthorChange deleted = new AuthorChange.Deleted(minute(minute));
    return new Said(id, channel, direction, author, "", at, answers, deleted);
  }

  Post post() {
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
