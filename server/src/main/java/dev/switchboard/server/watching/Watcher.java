package dev.switchboard.server.watching;

/** Somebody who has a case on screen now. */
public record Watcher(String name, boolean typing) {}
