package dev.switchboard.store.desk;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.store.SensitiveCases;
import dev.switchboard.store.Statements;
import dev.switchboard.store.desk.CaseTransaction.Raised;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Exceptions about a case, within the transaction that holds it. */
public final class CaseExceptions {
  private CaseExceptions() {}

  /** Locks the open exceptions of these kinds on a case. */
  public static List<Raised> open(CaseTransaction tx, long caseId, List<ExceptionKind> kinds) {
    return tx.handle()
        .createQuery(
            """
            SELECT id, reply_id, kind FROM exceptions
            WHERE case_id = :case AND kind = ANY (:kinds) AND cleared_at IS NULL
            ORDER BY id FOR UPDATE
            """)
        .bind("case", caseId)
        .bindArray("kinds", String.class, kinds.stream().map(Enum::name).toList())
        .map(
            (row, _) ->
                new Raised(
                    row.getLong("id"),
                    caseId,
                    row.getObject("reply_id", Long.class),
                    ExceptionKind.valueOf(row.getString("kind"))))
        .list();
  }

  /** How many claims ran out since the question that waits now was asked, or was answered last. */
  public static int expiredClaims(CaseTransaction tx, long caseId) {
    return tx.handle()
        .createQuery(
            """
            SELECT count(*) FROM events
            WHERE case_id = :case AND type = 'case.claimExpired' AND seq > coalesce((
              SELECT max(seq) FROM events WHERE case_id = :case AND type IN
                ('case.opened', 'case.askedAgain', 'case.reopened', 'case.answered',
                 'reply.queued', 'reply.approvalAsked')), 0)
            """)
        .bind("case", caseId)
        .mapTo(int.class)
        .one();
  }

  /** A brand's name. */
  public static String brand(CaseTransaction tx, int id) {
    return tx.handle()
        .createQuery("SELECT name FROM brands WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** Marks a case as one of sensitive topics. */
  public static void flag(Handle handle, long caseId, Set<String> topics, Instant now) {
    Statements.together(
        handle, statements -> SensitiveCases.flag(statements, Map.of(caseId, topics), now));
  }

  /** A person has looked: what is said on this case is harmless. */
  public static void callHarmless(CaseTransaction tx, long caseId) {
    tx.handle()
        .createUpdate(
            """
            UPDATE cases SET harmless_topics = harmless_topics || topics, topics = '{}'
            WHERE id = :case
            """)
        .bind("case", caseId)
        .execute();
  }
}
