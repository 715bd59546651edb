package dev.switchboard.channels;

import java.io.IOException;

/** A file that is not what it was said to be; final, the message says what was expected. */
public final class UnreadableSource extends IOException {
  private static final long serialVersionUID = 1;

  public UnreadableSource(String message) {
    super(message);
  }
}
