package dev.switchboard.store.outbox;

import dev.switchboard.engine.casework.ApprovalPolicy.Occasion;
import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.casework.AwaitingReply;
import dev.switchboard.store.Directory;
import dev.switchboard.store.Times;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.reads.ReplyStatus;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Replies that wait for a colleague's approval; the outbox leaves them alone. Any thread. */
public final class AwaitingReplies {
  private final Jdbi jdbi;
  private final Directory directory;

  public AwaitingReplies(Jdbi jdbi, Directory directory) {
    this.jdbi = jdbi;
    this.directory = directory;
  }

  /** What a policy must know of a reply that {@code writer} is about to send. */
  public Occasion occasion(CaseTransaction tx, OpenCase on, String writer) {
    return tx.handle()
        .createQuery(
            """
            SELECT b.name AS brand,
              (SELECT reviewed FROM people WHERE name = :writer) AS reviewed,
              (SELECT volunteer FROM people WHERE name = :writer) AS volunteer,
              -- What was said on a case that went up in this one counts, too.
              ARRAY (SELECT DISTINCT t FROM cases c, unnest(c.topics) AS t
                     WHERE c.conversation_id = :conversation
                       AND (c.id = :case OR c.close_reason = 'merged')) AS topics
            FROM brands b WHERE b.id = :brand
            """)
        .bind("writer", writer)
        .bind("conversation", on.conversation().id())
        .bind("case", on.file().id())
        .bind("brand", on.brandId())
        .map(
            (row, _) ->
                new Occasion(
                    writer,
                    row.getBoolean("reviewed"),
                    names(row, "topics"),
                    row.getString("brand"),
                    on.channel(),
                    row.getBoolean("volunteer")))
        .one();
  }

  /**
   * Holds a reply back that was queued in this transaction.
   *
   * @param hand who wrote it, if that is somebody else than in whose name; or null
   */
  public void hold(CaseTransaction tx, long reply, ApprovalReason why, @Nullable String hand) {
    tx.handle()
        .createUpdate(
            """
            UPDATE replies SET status = 'awaiting', approval = :why, approval_about = :about,
              approval_step = :step, hand_id = :hand
            WHERE id = :id
            """)
        .bind("id", reply)
        .bind("why", why.kind().word())
        .bind("about", why.about())
        .bind("step", why.step())
        .bind("hand", hand == null ? null : Integer.valueOf(directory.person(hand)))
        .execute();
  }

  /** A reply that is approved waits for another approval. */
  public void holdOn(CaseTransaction tx, long reply, ApprovalReason why) {
    tx.handle()
        .createUpdate(
            """
            UPDATE replies SET approval = :why, approval_about = :about, approval_step = :step
            WHERE id = :id
            """)
        .bind("id", reply)
        .bind("why", why.kind().word())
        .bind("about", why.about())
        .bind("step", why.step())
        .execute();
  }

  /**
   * A reply that is locked.
   *
   * @param step the step of the flow in which it waits, if the flow asked for approval; else null
   */
  public record Locked(AwaitingReply reply, @Nullable String step) {}

  /** The case of a reply. */
  public Optional<Long> caseOf(long reply) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT case_id FROM replies WHERE id = :id")
                .bind("id", reply)
                .mapTo(Long.class)
                .findOne());
  }

  /** Locks a reply, if it waits for approval. Lock its case first. */
  public Optional<Locked> lock(CaseTransaction tx, long reply) {
    return tx.handle()
        .createQuery(
            """
            SELECT p.name AS writer, h.name AS hand, r.seen_through,
              r.approval_step
            FROM replies r JOIN people p ON p.id = r.person_id
            LEFT JOIN people h ON h.id = r.hand_id
            WHERE r.id = :id AND r.status = 'awaiting' FOR UPDATE OF r
            """)
        .bind("id", reply)
        .map(
            (row, _) -> {
              String writer = row.getString("writer");
              String hand = row.getString("hand");
              Set<String> hands =
                  hand == null ? Set.of(writer) : new HashSet<>(List.of(writer, hand));
              return new Locked(
                  new AwaitingReply(reply, writer, hands, row.getLong("seen_through")),
                  row.getString("approval_step"));
            })
        .findOne();
  }

  /**
   * Writes what was decided.
   *
   * @param status queued if it was approved, returned or withdrawn
   * @param note what should be otherwise, or null
   */
  public void decide(
      CaseTransaction tx,
      long reply,
      ReplyStatus status,
      String by,
      @Nullable String note,
      Instant now) {
    tx.handle()
        .createUpdate(
            """
            UPDATE replies SET status = :status, due_at = :now, decided_by = :by,
              decided_at = :now, decision_note = :note
            WHERE id = :id
            """)
        .bind("id", reply)
        .bind("status", status.name().toLowerCase(Locale.ROOT))
        .bind("by", directory.person(by))
        .bind("note", note)
        .bind("now", Times.sql(now))
        .execute();
  }

  /** What was not sent is its writer's draft again, unless they have begun another. */
  public void keepAsDraft(CaseTransaction tx, long reply, Instant now) {
    tx.handle()
        .createUpdate(
            """
            INSERT INTO drafts (case_id, person_id, text, seen_through, revision, updated_at)
            SELECT case_id, person_id, text, seen_through, 1, :now FROM replies
            WHERE id = :id AND length(text) <= 10000
            ON CONFLICT (case_id, person_id) DO NOTHING
            """)
        .bind("id", reply)
        .bind("now", Times.sql(now))
        .execute();
  }

  private static Set<String> names(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return Set.of((String[]) array.getArray());
  }
}
