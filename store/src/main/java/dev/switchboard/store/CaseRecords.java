package dev.switchboard.store;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.event.CloseReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cases as rows: reads a case with its claim and pending reply, and names what a state stores. */
public final class CaseRecords {
  /** The columns that {@link #read} wants, of cases c, claims l, people h and replies r. */
  public static final String COLUMNS =
      """
      c.id, c.conversation_id, c.state, c.ranked_low, c.fence, c.asked_at, c.opened_at,
      c.first_reply_at, c.pending_reply, c.closed_at, c.close_reason,
      l.token, l.expires_at, l.paused_for, l.pause_reason, l.paused_until,
      h.name AS holder, r.status = 'awaiting' AS awaiting\
      """;

  /** Joins what {@link #COLUMNS} names; the holder of a pending case is who wrote its reply. */
  public static final String JOINS =
      """
      LEFT JOIN claims l ON l.case_id = c.id
      LEFT JOIN replies r ON r.id = c.pending_reply
      LEFT JOIN people h ON h.id = coalesce(l.person_id, r.person_id)\
      """;

  private CaseRecords() {}

  public static CaseFile read(ResultSet row) throws SQLException {
    return new CaseFile(
        row.getLong("id"),
        row.getLong("conversation_id"),
        state(row),
        row.getLong("fence"),
        Times.read(row, "asked_at"),
        Times.read(row, "opened_at"),
        Times.find(row, "first_reply_at"),
        row.getBoolean("ranked_low"));
  }

  /** True if reading the state wants the columns of {@link #JOINS}. */
  public static boolean hasHolder(ResultSet row) throws SQLException {
    String word = row.getString("state");
    return word.equals("claimed") || word.equals("pending");
  }

  public static CaseState state(ResultSet row) throws SQLException {
    String word = row.getString("state");
    return switch (word) {
      case "waiting" -> CaseState.WAITING;
      case "answered" -> CaseState.ANSWERED;
      case "claimed" ->
          new CaseState.Claimed(
              row.getString("holder"),
              row.getLong("token"),
              Times.read(row, "expires_at"),
              pause(row));
      case "pending" ->
          new CaseState.Pending(
              row.getString("holder"), row.getLong("pending_reply"), row.getBoolean("awaiting"));
      case "closed" ->
          new CaseState.Closed(
              CloseReason.valueOf(row.getString("close_reason").toUpperCase(Locale.ROOT)),
              Times.read(row, "closed_at"));
      default -> throw new SQLException("no such state of a case: " + word);
    };
  }

  private static @Nullable Pause pause(ResultSet row) throws SQLException {
    String on = row.getString("paused_for");
    return on == null
        ? null
        : new Pause(
            WaitingOn.find(on).orElseThrow(),
            row.getString("pause_reason"),
            Times.read(row, "paused_until"));
  }

  public static @Nullable Long pendingReply(CaseState state) {
    return state instanceof CaseState.Pending pending ? pending.reply() : null;
  }

  public static @Nullable String closeReason(CaseState state) {
    return state instanceof CaseState.Closed closed
        ? closed.reason().name().toLowerCase(Locale.ROOT)
        : null;
  }

  public static @Nullable Instant closedAt(CaseState state) {
    return state instanceof CaseState.Closed closed ? closed.at() : null;
  }
}
