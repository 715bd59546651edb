package dev.switchboard.engine.flow;

/** Gives out numbers that nobody else gets. */
public interface Ids {
  long nextPost();

  long nextConversation();

  long nextCase();
}
