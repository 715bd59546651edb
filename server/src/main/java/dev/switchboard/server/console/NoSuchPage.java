package dev.switchboard.server.console;

/** What was asked for is not there; the message says so in a sentence. */
final class NoSuchPage extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchPage(String message) {
    super(message);
  }
}
