package dev.switchboard.channels.changes;

/** A field is not what it should be; the message is a sentence for the sender. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  Refused(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
