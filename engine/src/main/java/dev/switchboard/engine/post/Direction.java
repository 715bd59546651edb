package dev.switchboard.engine.post;

/** Which way a post went: from a customer to the brand, or from the brand to a customer. */
public enum Direction {
  IN,
  OUT
}
