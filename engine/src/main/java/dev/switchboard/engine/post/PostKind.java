package dev.switchboard.engine.post;

/** How a post reached the brand. */
public enum PostKind {
  MENTION,
  REPLY,
  QUOTE,
  REPOST,
  DIRECT
}
