package dev.switchboard.engine.post;

/** How posts came: live, so that an old post is still work, or as the import of a history. */
public enum Origin {
  LIVE,
  IMPORT
}
