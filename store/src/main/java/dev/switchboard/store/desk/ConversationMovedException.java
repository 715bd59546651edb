package dev.switchboard.store.desk;

/** A conversation was joined with another while we looked. Worth a retry. */
final class ConversationMovedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConversationMovedException(long conversation) {
    super("conversation %d has become part of another".formatted(conversation));
  }
}
