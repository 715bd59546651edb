package dev.switchboard.store.intake;

/** What was remembered is no longer so: another process writes, too. Worth a look and a retry. */
final class StaleMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StaleMemoryException(long conversation) {
    super("conversation %d is gone".formatted(conversation));
  }
}
