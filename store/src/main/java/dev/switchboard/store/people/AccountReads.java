package dev.switchboard.store.people;

import dev.switchboard.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who may sign in, who is, and with which keys. Any thread. */
public final class AccountReads {
  private static final int MAX_ACCOUNTS = 5_000;
  private static final int MAX_SESSIONS = 200;
  private static final int MAX_KEYS = 500;

  private final Jdbi jdbi;

  public AccountReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Whether somebody can administer: until then there is nobody to sign in. */
  public boolean hasAdministrator() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT EXISTS (SELECT FROM people
                      WHERE role = 'administrator' AND password_hash IS NOT NULL)
                    """)
                .mapTo(boolean.class)
                .one());
  }

  public Optional<Account> findByLogin(String login) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.ACCOUNT
                        + " FROM people p WHERE p.login = :login AND p.role IS NOT NULL")
                .bind("login", login)
                .map((row, _) -> AccountRows.account(row))
                .findOne());
  }

  public Optional<Account> find(int person) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.ACCOUNT
                        + " FROM people p WHERE p.id = :id AND p.login IS NOT NULL")
                .bind("id", person)
                .map((row, _) -> AccountRows.account(row))
                .findOne());
  }

  /** All who can sign in or could, by name; at most 5,000. */
  public List<Account> accounts() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.ACCOUNT
                        + """
                         FROM people p WHERE p.login IS NOT NULL
                        ORDER BY lower(p.name), p.id LIMIT :limit
                        """)
                .bind("limit", MAX_ACCOUNTS)
                .map((row, _) -> AccountRows.account(row))
                .list());
  }

  /** The session of this hash, if it is open, recent and its person may sign in. */
  public Optional<SessionRow> findSession(
      byte[] hash, Instant now, Duration idle, Duration longest) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.SESSION
                        + """
                         FROM sessions s JOIN people p ON p.id = s.person_id
                        WHERE s.hash = :hash AND s.ended_at IS NULL AND p.disabled_at IS NULL
                          AND s.seen_at > :idle AND s.created_at > :longest
                        """)
                .bind("hash", hash)
                .bind("idle", Times.sql(now.minus(idle)))
                .bind("longest", Times.sql(now.minus(longest)))
                .map((row, _) -> AccountRows.session(row))
                .findOne());
  }

  /** Which of these sessions are open still, with the role of each one's person. */
  public Map<Long, String> openSessions(
      Collection<Long> ids, Instant now, Duration idle, Duration longest) {
    Map<Long, String> open = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT s.id, p.role FROM sessions s JOIN people p ON p.id = s.person_id
                    WHERE s.id = ANY(:ids) AND s.ended_at IS NULL AND p.disabled_at IS NULL
                      AND s.seen_at > :idle AND s.created_at > :longest
                    """)
                .bind("ids", ids.toArray(new Long[0]))
                .bind("idle", Times.sql(now.minus(idle)))
                .bind("longest", Times.sql(now.minus(longest)))
                .map((row, _) -> open.put(row.getLong("id"), row.getString("role")))
                .list());
    return open;
  }

  /** Which of these keys work still, with the role of each one's person. */
  public Map<Long, String> workingKeys(Collection<Long> ids) {
    Map<Long, String> working = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT k.id, p.role FROM api_keys k JOIN people p ON p.id = k.person_id
                    WHERE k.id = ANY(:ids) AND k.revoked_at IS NULL AND p.disabled_at IS NULL
                    """)
                .bind("ids", ids.toArray(new Long[0]))
                .map((row, _) -> working.put(row.getLong("id"), row.getString("role")))
                .list());
    return working;
  }

  /** A person's open sessions, the latest first; at most 200. */
  public List<SessionRow> sessions(int person, Instant now, Duration idle, Duration longest) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.SESSION
                        + """
                         FROM sessions s JOIN people p ON p.id = s.person_id
                        WHERE s.person_id = :person AND s.ended_at IS NULL
                          AND s.seen_at > :idle AND s.created_at > :longest
                        ORDER BY s.seen_at DESC, s.id DESC LIMIT :limit
                        """)
                .bind("person", person)
                .bind("idle", Times.sql(now.minus(idle)))
                .bind("longest", Times.sql(now.minus(longest)))
                .bind("limit", MAX_SESSIONS)
                .map((row, _) -> AccountRows.session(row))
                .list());
  }

  /** The key of this hash, if it is not revoked and its person may sign in. */
  public Optional<KeyRow> findKey(byte[] hash) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.KEY
                        + """
                         FROM api_keys k JOIN people p ON p.id = k.person_id
                        WHERE k.hash = :hash AND k.revoked_at IS NULL AND p.disabled_at IS NULL
                        """)
                .bind("hash", hash)
                .map((row, _) -> AccountRows.key(row))
                .findOne());
  }

  /** The keys that are not revoked, the latest first; at most 500. */
  public List<KeyRow> keys() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + AccountRows.KEY
                        + """
                         FROM api_keys k JOIN people p ON p.id = k.person_id
                        WHERE k.revoked_at IS NULL ORDER BY k.id DESC LIMIT :limit
                        """)
                .bind("limit", MAX_KEYS)
                .map((row, _) -> AccountRows.key(row))
                .list());
  }

  /** The link of this hash, if it is not used and not too old. */
  public Optional<LinkRow> findLink(byte[] hash, Instant now) {
    return jdbi.withHandle(h -> AccountTransaction.findLink(h, hash, now));
  }
}
