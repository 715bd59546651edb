package dev.switchboard.store.database;

/** The database can't be started or used; the message is for whoever runs Switchboard. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
