package dev.switchboard.store.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.ConversationRecords;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventRows;
import dev.switchboard.store.log.EventWriter;
import dev.switchboard.store.people.ClaimLimits;
import dev.switchboard.store.process.FlowStore;
import dev.switchboard.store.process.PlaceJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one case, which is locked from {@link #find} until the end. Whoever acts on a
 * case locks its row first, so that actions on it stand in a line.
 */
public final class CaseTransaction {
  /** Rows that refer to the case may be written meanwhile: its key stays as it is. */
  private static final String LOCK = "SELECT id FROM cases WHERE id = ? FOR NO KEY UPDATE";

  private static final String READ =
      "SELECT "
          + CaseRecords.COLUMNS
          + """
          , c.brand_id, v.channel_id, n.network, n.account, v.last_post, v.last_shown_at,
          v.first_asked_at, v.last_help_at, v.last_replied_at,
          (SELECT o.id FROM cases o
           WHERE o.conversation_id = c.conversation_id AND o.state <> 'closed') AS open_case,
          f.flow, f.version, f.step, f.entered_at, f.place,
          w.name AS chosen_flow, w.version AS chosen_version
          FROM cases c
          LEFT JOIN case_places f ON f.case_id = c.id
          LEFT JOIN brand_flows w ON w.brand_id = c.brand_id
          JOIN conversations v ON v.id = c.conversation_id
          JOIN channels n ON n.id = v.channel_id
          """
          + CaseRecords.JOINS
          + " WHERE c.id = ?";

  private final Handle handle;
  private final Directory directory;
  private final Instant now;

  CaseTransaction(Handle handle, Directory directory, Instant now) {
    this.handle = handle;
    this.directory = directory;
    this.now = now;
  }

  public Handle handle() {
    return handle;
  }

  /** What limits those who would take a case. */
  public ClaimLimits limits() {
    return new ClaimLimits(handle, now);
  }

  /** Locks a case and reads it. */
  public Optional<OpenCase> find(long caseId) {
    List<OpenCase> found = new ArrayList<>(1);
    Statements.together(
        handle,
        statements -> {
          statements.query(LOCK, _ -> {}, caseId);
          // Read after the lock is held: what stood there before may be old.
          statements.query(READ, row -> found.add(read(row)), caseId);
        });
    return found.stream().findFirst();
  }

  private static OpenCase read(ResultSet row) throws SQLException {
    return new OpenCase(
        CaseRecords.read(row),
        ConversationRecords.read(row, "conversation_id"),
        row.getInt("brand_id"),
        row.getInt("channel_id"),
        new ChannelName(row.getString("network"), row.getString("account")),
        row.getObject("open_case", Long.class),
        PlaceJson.find(row),
        FlowStore.findChosen(row));
  }

  /** Writes what became of a case, and what happened, in that order. */
  public void save(OpenCase before, CaseFile file, @Nullable String actor, List<Event> events) {
    EventRows log = new EventRows();
    for (Event event : events) {
      log.add(new NewEvent(file.id(), null, actor, event), before.brandId(), now);
    }
    Statements.together(
        handle,
        statements -> {
          saveFile(statements, before.file(), file);
          log.write(statements);
        });
  }

  public void record(NewEvent event, int brandId) {
    EventWriter.write(handle, brandId, event, now);
  }

  /** Whether the customer's latest post, which a reply answers, is a direct message. */
  public boolean isDirect(OpenCase on) {
    return handle
        .createQuery(
            """
            SELECT kind = 'direct' FROM posts WHERE conversation_id = :id AND direction = 'in'
            ORDER BY deleted_at IS NOT NULL, shown_at DESC, id DESC LIMIT 1
            """)
        .bind("id", on.conversation().id())
        .mapTo(boolean.class)
        .findOne()
        .orElse(false);
  }

  public long addNote(long caseId, String agent, String text) {
    return handle
        .createQuery(
            """
            INSERT INTO notes (case_id, person_id, text, at) VALUES (:case, :person, :text, :at)
            RETURNING id
            """)
        .bind("case", caseId)
        .bind("person", directory.person(agent))
        .bind("text", text)
        .bind("at", Times.sql(now))
        .mapTo(long.class)
        .one();
  }

  /**
   * What somebody has written goes with a case that they hand over, unless the other has begun a
   * draft of their own.
   */
  public void passDraft(long caseId, String from, String to) {
    handle
        .createUpdate(
            """
            UPDATE drafts SET person_id = :to, left_by = :from, updated_at = :at
            WHERE case_id = :case AND person_id = :from
              AND NOT EXISTS (SELECT FROM drafts WHERE case_id = :case AND person_id = :to)
            """)
        .bind("case", caseId)
        .bind("from", directory.person(from))
        .bind("to", directory.person(to))
        .bind("at", Times.sql(now))
        .execute();
  }

  /** Raises an exception and records that it was raised. */
  public void raise(OpenCase on, @Nullable Long reply, ExceptionKind kind, String reason) {
    long id =
        handle
            .createQuery(
                """
                INSERT INTO exceptions (brand_id, case_id, reply_id, kind, reason, raised_at)
                VALUES (:brand, :case, :reply, :kind, :reason, :at) RETURNING id
                """)
            .bind("brand", on.brandId())
            .bind("case", on.file().id())
            .bind("reply", reply)
            .bind("kind", kind.name())
            .bind("reason", reason)
            .bind("at", Times.sql(now))
            .mapTo(long.class)
            .one();
    record(
        new NewEvent(on.file().id(), null, null, new Event.ExceptionRaised(id, kind, reason)),
        on.brandId());
  }

  /** What an exception that is not cleared yet is about. */
  public record Raised(long id, long caseId, @Nullable Long reply, ExceptionKind kind) {}

  /** Locks an exception, if it is not cleared yet. Lock its case first. */
  public Optional<Raised> findException(long id) {
    return handle
        .createQuery(
            """
            SELECT case_id, reply_id, kind FROM exceptions
            WHERE id = :id AND cleared_at IS NULL FOR UPDATE
            """)
        .bind("id", id)
        .map(
            (row, _) ->
                new Raised(
                    id,
                    row.getLong("case_id"),
                    row.getObject("reply_id", Long.class),
                    ExceptionKind.valueOf(row.getString("kind"))))
        .findOne();
  }

  /** Clears an exception and records that it was cleared. */
  public void clear(OpenCase on, Raised exception, String agent, String how) {
    handle
        .createUpdate(
            """
            UPDATE exceptions SET cleared_at = :at, cleared_by = :person, clearing = :how
            WHERE id = :id
            """)
        .bind("id", exception.id())
        .bind("at", Times.sql(now))
        .bind("person", directory.person(agent))
        .bind("how", how)
        .execute();
    record(
        new NewEvent(on.file().id(), null, agent, new Event.ExceptionCleared(exception.id(), how)),
        on.brandId());
  }

  /** Clears an exception about a brand as a whole; false if it was cleared already. */
  public boolean clearOfBrand(int brandId, long exception, String agent, String how) {
    int cleared =
        handle
            .createUpdate(
                """
                UPDATE exceptions SET cleared_at = :at, cleared_by = :person, clearing = :how
                WHERE id = :id AND case_id IS NULL AND cleared_at IS NULL
                """)
            .bind("id", exception)
            .bind("at", Times.sql(now))
            .bind("person", directory.person(agent))
            .bind("how", how)
            .execute();
    if (cleared == 1) {
      record(new NewEvent(null, null, agent, new Event.ExceptionCleared(exception, how)), brandId);
    }
    return cleared == 1;
  }

  private void saveFile(Statements statements, CaseFile before, CaseFile file) throws SQLException {
    if (file.equals(before)) {
      return;
    }
    // A claim that is only prolonged leaves the case's own row, and all its indexes, alone.
    if (!file.equals(before.withState(file.state())) || !isSameClaim(before, file)) {
      statements.update(
          """
          UPDATE cases
          SET state = ?, ranked_low = ?, fence = ?, asked_at = ?, first_reply_at = ?,
              pending_reply = ?, closed_at = ?, close_reason = ?
          WHERE id = ?
          """,
          file.state().word(),
          file.rankedLow(),
          file.fence(),
          Times.sql(file.askedAt()),
          Times.sqlOrNull(file.firstReplyAt()),
          CaseRecords.pendingReply(file.state()),
          Times.sqlOrNull(CaseRecords.closedAt(file.state())),
          CaseRecords.closeReason(file.state()),
          file.id());
    }
    saveClaim(statements, before, file);
  }

  private static boolean isSameClaim(CaseFile before, CaseFile file) {
    return before.state() instanceof CaseState.Claimed was
        && file.state() instanceof CaseState.Claimed is
        && was.token() == is.token();
  }

  private void saveClaim(Statements statements, CaseFile before, CaseFile file)
      throws SQLException {
    if (file.state() instanceof CaseState.Claimed claim) {
      Pause pause = claim.pause();
      statements.update(
          """
          INSERT INTO claims (case_id, person_id, token, claimed_at, expires_at, paused_for,
            pause_reason, paused_until)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (case_id) DO UPDATE
          SET person_id = excluded.person_id, token = excluded.token,
              expires_at = excluded.expires_at, paused_for = excluded.paused_for,
              pause_reason = excluded.pause_reason, paused_until = excluded.paused_until,
              claimed_at = CASE WHEN claims.token = excluded.token
                           THEN claims.claimed_at ELSE excluded.claimed_at END
          """,
          file.id(),
          directory.person(claim.agent()),
          claim.token(),
          Times.sql(now),
          Times.sql(claim.expiresAt()),
          pause == null ? null : pause.on().word(),
          pause == null ? null : pause.reason(),
          Times.sqlOrNull(pause == null ? null : pause.until()));
    } else if (before.state() instanceof CaseState.Claimed) {
      statements.update("DELETE FROM claims WHERE case_id = ?", file.id());
    }
  }
}
