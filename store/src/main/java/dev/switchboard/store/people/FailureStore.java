package dev.switchboard.store.people;

import dev.switchboard.engine.people.Backoff;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row, by account and by address. Each account's try is counted as failed
 * before the password is looked at, so that many at once count as many. Any thread.
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
  public record Try(@Nullable Instant shutUntil, int failures) {}

  private record Row(int failures, Instant lastAt, @Nullable Instant shutUntil) {
    boolean isShut(Instant now) {
      return shutUntil != null && shutUntil.isAfter(now);
    }
  }

  /** Until when a subject is shut; null if it is not. Counts nothing. */
  public @Nullable Instant shutUntil(byte[] subject, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT shut_until FROM sign_in_failures
                    WHERE subject = :subject AND shut_until > :now
                    """)
                .bind("subject", subject)
                .bind("now", Times.sql(now))
                .map((row, _) -> Times.read(row, "shut_until"))
                .findOne()
                .orElse(null));
  }

  /** Counts a try as failed, unless the subject is shut. */
  public Try count(byte[] subject, Backoff backoff, Instant now) {
    return jdbi.inTransaction(
        h -> {
          Row before = lock(h, subject, now);
          if (before.isShut(now)) {
            return new Try(before.shutUntil(), before.failures());
          }
          Duration quiet = Duration.between(before.lastAt(), now);
          int failures = backoff.left(before.failures(), quiet) + 1;
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

  /** The row, locked; made if there is none, in one statement, for another may delete it. */
  private static Row lock(Handle handle, byte[] subject, Instant now) {
    return handle
        .createQuery(
            """
            INSERT INTO sign_in_failures AS f (subject, failures, last_at)
            VALUES (:subject, 0, :now)
            ON CONFLICT (subject) DO UPDATE SET last_at = f.last_at
            RETURNING failures, last_at, shut_until
            """)
        .bind("subject", subject)
        .bind("now", Times.sql(now))
        .map((row, _) -> read(row))
        .one();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getInt("failures"), Times.read(row, "last_at"), Times.find(row, "shut_until"));
  }

  /** The password was right: nothing stands against the account. */
  public void clear(byte[] subject) {
    jdbi.useHandle(
        h ->
            h.createUpdate("DELETE FROM sign_in_failures WHERE subject = :subject")
                .bind("subject", subject)
                .execute());
  }

  /**
   * A try that was counted could not be looked at, so it does not count. What others did since
   * stays.
   *
   * @param counted how many there were with it
   */
  public void takeBack(byte[] subject, int counted) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE sign_in_failures
                    SET failures = greatest(failures - 1, 0),
                      shut_until = CASE WHEN failures > :counted THEN shut_until END
                    WHERE subject = :subject
                    """)
                .bind("subject", subject)
                .bind("counted", counted)
                .execute());
  }
}
