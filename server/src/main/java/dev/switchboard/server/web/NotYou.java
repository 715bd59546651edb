package dev.switchboard.server.web;

/** Somebody wanted to act as somebody else; the message says it in a sentence. */
public final class NotYou extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotYou(String message) {
    super(message);
  }
}
