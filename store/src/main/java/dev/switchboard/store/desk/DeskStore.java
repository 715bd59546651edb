package dev.switchboard.store.desk;

import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.Times;
import dev.switchboard.store.triage.JudgedPost;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Transactions on cases. Any thread. */
public final class DeskStore {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int MAX_TRIES = 4;

  private final Jdbi jdbi;
  private final Directory directory;
  private final SequenceIds ids;

  public DeskStore(Jdbi jdbi, Directory directory, SequenceIds ids) {
    this.jdbi = jdbi;
    this.directory = directory;
    this.ids = ids;
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Instant now, Function<CaseTransaction, R> work) {
    return jdbi.inTransaction(h -> work.apply(new CaseTransaction(h, directory, now)));
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public void useTransaction(Instant now, Consumer<CaseTransaction> work) {
    jdbi.useTransaction(h -> work.accept(new CaseTransaction(h, directory, now)));
  }

  /**
   * Runs {@code work} on posts in one transaction, committed when this returns. Done again, a few
   * times, when intake has moved what it works on.
   */
  public <R> R onPosts(Instant now, Function<PostTransaction, R> work) {
    for (int tries = 1; ; tries++) {
      try {
        return inTransaction(now, tx -> work.apply(new PostTransaction(tx)));
      } catch (RuntimeException e) {
        if (tries == MAX_TRIES || !isOvertaken(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isOvertaken(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof ConversationMovedException
          || at instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** The post that labels of ordinary work on a case concern; empty if none needed help. */
  public Optional<JudgedPost> openingPost(CaseTransaction tx, OpenCase on) {
    return JudgedPosts.opening(tx.handle(), on.conversation().id(), on.file().askedAt());
  }

  /** The posts of a case's conversation that need help, earliest first; at most 100. */
  public List<Long> postsNeedingHelp(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT p.id FROM cases c JOIN posts p ON p.conversation_id = c.conversation_id
                    WHERE c.id = :case AND p.direction = 'in' AND p.deleted_at IS NULL
                      AND coalesce(p.judged, p.verdict) IN ('help', 'unsure')
                    ORDER BY p.created_at, p.id LIMIT 100
                    """)
                .bind("case", caseId)
                .mapTo(Long.class)
                .list());
  }

  public boolean exists(long caseId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT EXISTS (SELECT FROM cases WHERE id = :id)")
                .bind("id", caseId)
                .mapTo(boolean.class)
                .one());
  }

  public long nextCase() {
    return ids.nextCase();
  }

  /** Makes sure that a name is a person; outside of the case's transaction, since it may insert. */
  public int person(String name) {
    return directory.person(name);
  }

  /** The case that an exception is about. */
  public Optional<Long> caseOf(long exception) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT case_id FROM exceptions WHERE id = :id AND case_id IS NOT NULL")
                .bind("id", exception)
                .mapTo(Long.class)
                .findOne());
  }

  /** The brand that an exception concerns. */
  public Optional<Integer> brandOf(long exception) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT brand_id FROM exceptions WHERE id = :id")
                .bind("id", exception)
                .mapTo(Integer.class)
                .findOne());
  }

  public long nextReply() {
    return ids.nextReply();
  }

  /** Cases whose claim has run out, or whose pause, at most {@code limit}. */
  public List<Long> expired(Instant now, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT case_id FROM claims
                    WHERE expires_at <= :now OR paused_until <= :now
                    ORDER BY expires_at LIMIT :limit
                    """)
                .bind("now", Times.sql(now))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
  }
}
