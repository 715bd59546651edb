package dev.switchboard.store.people;

import dev.switchboard.engine.people.Backoff;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row. A try is counted as failed before the password is looked at, so that
 * many at once count as many. Any thread.
 */
public final class FailureStore {
  private final Jdbi jdbi;

  public FailureStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a try meets.
   *
   * @param shutUntil the try is refused until then; null if it may go on
   * @param failures how many there are now, this one among them
   */
  public record Try(@Nullable Instant shutUntil, int failures) {
    public boolean isRefused() {
      return shutUntil != null;
    }
  }

  /** Counts a try as failed, unless the subject is shut. */
  public Try begin(byte[] subject, Backoff backoff, Instant now) {
    return jdbi.inTransaction(
        h -> {
          Try before = lock(h, subject, now);
          if (before.shutUntil() != null && before.shutUntil().isAfter(now)) {
            return before;
          }
          int failures = before.failures() + 1;
          var shut = backoff.after(failures);
          h.createUpdate(
                  """
                  UPDATE sign_in_failures
                  SET failures = :failures, last_at = :now, shut_until = :until
                  WHERE subject = :subject
                  """)
              .bind("subject", subject)
              .bind("failures", failures)
              .bind("now", Times.sql(now))
              .bind("until", shut.isZero() ? null : Times.sql(now.plus(shut)))
              .execute();
          return new Try(null, failures);
        });
  }

  private static Try lock(Handle handle, byte[] subject, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO sign_in_failures (subject, failures, last_at) VALUES (:subject, 0, :now)
            ON CONFLICT (subject) DO NOTHING
            """)
        .bind("subject", subject)
        .bind("now", Times.sql(now))
        .execute();
    return handle
        .createQuery(
            """
            SELECT failures, shut_until FROM sign_in_failures WHERE subject = :subject FOR UPDATE
            """)
        .bind("subject", subject)
        .map((row, _) -> read(row))
        .one();
  }

  private static Try read(ResultSet row) throws SQLException {
    return new Try(Times.find(row, "shut_until"), row.getInt("failures"));
  }

  /** The password was right: nothing stands against the account. */
  public void clear(byte[] subject) {
    jdbi.useHandle(
        h ->
            h.createUpdate("DELETE FROM sign_in_failures WHERE subject = :subject")
                .bind("subject", subject)
                .execute());
  }

  /** The password was right: this try does not count, but others from the same address do. */
  public void takeBack(byte[] subject) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE sign_in_failures
                    SET failures = greatest(failures - 1, 0), shut_until = NULL
                    WHERE subject = :subject
                    """)
                .bind("subject", subject)
                .execute());
  }
}
