package dev.switchboard.store.reads;

import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What belongs to one case: the statements, and how their rows are read. */
final class CaseParts {
  /** The latest posts, last first, of a conversation that may be long; at most 2,000. */
  static final String POSTS =
      """
      SELECT p.id, p.external_id, a.external_id AS author, h.name AS person, p.direction, p.kind,
        p.in_reply_to, CASE WHEN p.deleted_at IS NULL THEN p.text ELSE '' END AS text,
        p.created_at, p.shown_at, p.edited_at, p.deleted_at, p.language, p.language_from, p.url, p.extra,
        p.verdict, p.probability
      FROM cases c
      JOIN posts p ON p.conversation_id = c.conversation_id
      JOIN authors a ON a.id = p.author_id
      LEFT JOIN replies r ON p.direction = 'out' AND r.case_id = c.id
        AND r.external_id = p.external_id
      LEFT JOIN people h ON h.id = r.person_id
      WHERE c.id = ? ORDER BY p.shown_at DESC, p.id DESC LIMIT 2000
      """;

  static final String REPLIES =
      """
      SELECT r.id, h.name AS agent, r.text, r.status, r.created_at, r.sent_at, r.external_id,
        r.error, r.attempts, r.seen_through, r.approval, r.approval_about, r.approval_step,
        w.name AS hand,
        d.name AS decided_by, r.decided_at, r.decision_note
      FROM replies r JOIN people h ON h.id = r.person_id
      LEFT JOIN people w ON w.id = r.hand_id
      LEFT JOIN people d ON d.id = r.decided_by
      WHERE r.case_id = ? ORDER BY r.created_at, r.id
      """;

  static final String NOTES =
      """
      SELECT n.id, h.name AS agent, n.text, n.at
      FROM notes n JOIN people h ON h.id = n.person_id WHERE n.case_id = ? ORDER BY n.id
      """;

  static final String EXCEPTIONS =
      """
      SELECT x.id, b.name AS brand, x.case_id, x.reply_id, x.kind, x.reason, h.name AS agent, r.text, x.raised_at,
        (SELECT a.external_id FROM cases k
         JOIN posts m ON m.conversation_id = k.conversation_id AND m.direction = 'in'
           AND m.deleted_at IS NULL
         JOIN authors a ON a.id = m.author_id
         WHERE k.id = x.case_id ORDER BY m.shown_at DESC, m.id DESC LIMIT 1) AS customer
      FROM exceptions x
      JOIN brands b ON b.id = x.brand_id
      LEFT JOIN replies r ON r.id = x.reply_id
      LEFT JOIN people h ON h.id = r.person_id
      """;

  static final String OPEN =
      EXCEPTIONS + " WHERE x.case_id = ? AND x.cleared_at IS NULL ORDER BY x.id";

  static final String HANDS =
      """
      SELECT seq, at, actor, data->>'from' AS taken_from, data->>'to' AS given_to,
        data->>'reason' AS reason
      FROM events
      WHERE case_id = ? AND type IN ('case.takenOver', 'case.transferred')
      ORDER BY seq DESC LIMIT 100
      """;

  static final String TOPICS =
      """
      SELECT DISTINCT t FROM cases c JOIN cases o ON o.conversation_id = c.conversation_id,
        unnest(o.topics) AS t
      WHERE c.id = ? AND (o.id = c.id OR o.close_reason = 'merged') ORDER BY t
      """;

  static final String DEADLINES =
      """
      SELECT d.kind, d.due, d.foreseen, d.breached
      FROM case_places f CROSS JOIN LATERAL jsonb_to_recordset(f.place->'deadlines')
        AS d(kind text, due timestamptz, foreseen boolean, breached boolean)
      WHERE f.case_id = ?
      """;

  private CaseParts() {}

  static PostRow post(ResultSet row) throws SQLException {
    String verdict = row.getString("verdict");
    float probability = row.getFloat("probability");
    boolean decided = !row.wasNull();
    return new PostRow(
        row.getLong("id"),
        row.getString("external_id"),
        row.getString("author"),
        row.getString("person"),
        SqlCaseReads.word(Direction.class, row.getString("direction")),
        SqlCaseReads.word(PostKind.class, row.getString("kind")),
        row.getString("in_reply_to"),
        row.getString("text"),
        Times.read(row, "created_at"),
        Times.read(row, "shown_at"),
        Times.find(row, "edited_at"),
        Times.find(row, "deleted_at"),
        row.getString("language"),
        row.getString("language_from"),
        row.getString("url"),
        row.getString("extra"),
        verdict == null ? null : Verdict.ofWord(verdict),
        decided ? Float.valueOf(probability) : null);
  }

  static ReplyRow reply(ResultSet row) throws SQLException {
    return new ReplyRow(
        row.getLong("id"),
        row.getString("agent"),
        row.getString("text"),
        SqlCaseReads.word(ReplyStatus.class, row.getString("status")),
        Times.read(row, "created_at"),
        Times.find(row, "sent_at"),
        row.getString("external_id"),
        row.getString("error"),
        row.getInt("attempts"),
        row.getLong("seen_through"),
        approval(row));
  }

  private static ReplyRow.@Nullable Approval approval(ResultSet row) throws SQLException {
    String why = row.getString("approval");
    if (why == null) {
      return null;
    }
    Set<String> hands = new HashSet<>();
    hands.add(row.getString("agent"));
    String hand = row.getString("hand");
    if (hand != null) {
      hands.add(hand);
    }
    return new ReplyRow.Approval(
        new ApprovalReason(
            ApprovalReason.Kind.ofWord(why),
            row.getString("approval_about"),
            row.getString("approval_step")),
        hands,
        row.getString("decided_by"),
        Times.find(row, "decided_at"),
        row.getString("decision_note"));
  }

  static HandRow hand(ResultSet row) throws SQLException {
    String from = row.getString("taken_from");
    String actor = row.getString("actor");
    return new HandRow(
        row.getLong("seq"),
        Times.read(row, "at"),
        from == null ? (actor == null ? "" : actor) : from,
        row.getString("given_to"),
        row.getString("reason"));
  }

  static NoteRow note(ResultSet row) throws SQLException {
    return new NoteRow(
        row.getLong("id"), row.getString("agent"), row.getString("text"), Times.read(row, "at"));
  }

  static DeadlineRow deadline(ResultSet row) throws SQLException {
    return new DeadlineRow(
        row.getString("kind"),
        Times.find(row, "due"),
        row.getBoolean("foreseen"),
        row.getBoolean("breached"));
  }

  static ExceptionRow exception(ResultSet row) throws SQLException {
    long reply = row.getLong("reply_id");
    boolean aboutReply = !row.wasNull();
    return new ExceptionRow(
        row.getLong("id"),
        row.getString("brand"),
        row.getObject("case_id", Long.class),
        aboutReply ? Long.valueOf(reply) : null,
        ExceptionKind.valueOf(row.getString("kind")),
        row.getString("reason"),
        row.getString("agent"),
        row.getString("text"),
        row.getString("customer"),
        Times.read(row, "raised_at"));
  }
}
