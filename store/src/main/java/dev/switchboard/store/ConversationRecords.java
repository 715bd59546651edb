package dev.switchboard.store;

import dev.switchboard.engine.conversation.Conversation;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Conversations as rows. */
public final class ConversationRecords {
  private ConversationRecords() {}

  /** Reads a conversation whose id stands in the column named. */
  public static Conversation read(ResultSet row, String id) throws SQLException {
    return new Conversation(
        row.getLong(id),
        row.getLong("last_post"),
        Times.read(row, "last_shown_at"),
        Times.find(row, "first_asked_at"),
        Times.find(row, "last_help_at"),
        Times.find(row, "last_replied_at"));
  }
}
