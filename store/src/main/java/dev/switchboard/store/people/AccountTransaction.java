package dev.switchboard.store.people;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction on accounts, sessions, keys and links. One thread. */
public final class AccountTransaction {
  /** Whoever makes, demotes or disables administrators takes this lock, one after the other. */
  private static final long ADMINISTRATORS = 7_165_001L;

  private final Handle handle;
  private final Instant now;

  AccountTransaction(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** Writes what happened. */
  public void record(@Nullable String actor, Event event) {
    EventWriter.write(handle, null, new NewEvent(null, null, actor, event), now);
  }

  // people

  /** Keeps others from changing who administers until the end of this transaction. */
  public void lockAdministrators() {
    handle.execute("SELECT pg_advisory_xact_lock(?)", ADMINISTRATORS);
  }

  /** How many can administer now. */
  public int administrators() {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM people
            WHERE role = 'administrator' AND password_hash IS NOT NULL AND disabled_at IS NULL
            """)
        .mapTo(int.class)
        .one();
  }

  /** Locks an account and reads it. */
  public Optional<Account> find(int person) {
    return handle
        .createQuery(
            "SELECT "
                + AccountRows.ACCOUNT
                + " FROM people p WHERE p.id = :id AND p.login IS NOT NULL FOR UPDATE")
        .bind("id", person)
        .map((row, _) -> AccountRows.account(row))
        .findOne();
  }

  /**
   * Gives a name an account; one whom somebody has named already becomes the person with it.
   *
   * @return empty if the name has an account, or the login is taken
   */
  public Optional<Integer> add(String name, String login, Role role) {
    boolean taken =
        handle
            .createQuery("SELECT EXISTS (SELECT FROM people WHERE login = :login)")
            .bind("login", login)
            .mapTo(boolean.class)
            .one();
    if (taken) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            INSERT INTO people AS p (name, login, role, capacity)
            VALUES (:name, :login, :role, :capacity)
            ON CONFLICT (name) DO UPDATE
            SET login = excluded.login, role = excluded.role,
                capacity = coalesce(p.capacity, excluded.capacity)
            WHERE p.login IS NULL
            RETURNING p.id
            """)
        .bind("name", name)
        .bind("login", login)
        .bind("role", role.word())
        .bind("capacity", Profile.DEFAULT_CAPACITY)
        .mapTo(Integer.class)
        .findOne();
  }

  public void setRole(int person, Role role) {
    handle
        .createUpdate("UPDATE people SET role = :role WHERE id = :id")
        .bind("id", person)
        .bind("role", role.word())
        .execute();
  }

  public void setReviewed(int person, boolean reviewed) {
    handle
        .createUpdate("UPDATE people SET reviewed = :reviewed WHERE id = :id")
        .bind("id", person)
        .bind("reviewed", reviewed)
        .execute();
  }

  public void setDisabled(int person, boolean disabled) {
    handle
        .createUpdate("UPDATE people SET disabled_at = :at WHERE id = :id")
        .bind("id", person)
        .bind("at", disabled ? Times.sql(now) : null)
        .execute();
  }

  public void setPassword(int person, String hash) {
    handle
        .createUpdate(
            """
            UPDATE people SET password_hash = :hash, password_changed_at = :now WHERE id = :id
            """)
        .bind("id", person)
        .bind("hash", hash)
        .bind("now", Times.sql(now))
        .execute();
  }

  /** The same password under a better method; changes nothing else. */
  public void rehash(int person, String before, String hash) {
    handle
        .createUpdate(
            "UPDATE people SET password_hash = :hash WHERE id = :id AND password_hash = :before")
        .bind("id", person)
        .bind("before", before)
        .bind("hash", hash)
        .execute();
  }

  // sessions

  public long addSession(int person, byte[] hash) {
    return handle
        .createQuery(
            """
            INSERT INTO sessions (hash, person_id, created_at, seen_at)
            VALUES (:hash, :person, :now, :now) RETURNING id
            """)
        .bind("hash", hash)
        .bind("person", person)
        .bind("now", Times.sql(now))
        .mapTo(Long.class)
        .one();
  }

  /**
   * Ends one session.
   *
   * @return whose it was; empty if it had ended
   */
  public Optional<String> endSession(long session, String ending) {
    return handle
        .createQuery(
            """
            UPDATE sessions s SET ended_at = :now, ending = :ending FROM people p
            WHERE s.id = :id AND s.ended_at IS NULL AND p.id = s.person_id RETURNING p.name
            """)
        .bind("id", session)
        .bind("ending", ending)
        .bind("now", Times.sql(now))
        .mapTo(String.class)
        .findOne();
  }

  /** The open sessions of a person. */
  public List<Long> openSessions(int person) {
    return handle
        .createQuery("SELECT id FROM sessions WHERE person_id = :person AND ended_at IS NULL")
        .bind("person", person)
        .mapTo(Long.class)
        .list();
  }

  // keys

  public long addKey(int person, String name, byte[] hash, Set<Permission> scopes) {
    return handle
        .createQuery(
            """
            INSERT INTO api_keys (hash, person_id, name, scopes, created_at)
            VALUES (:hash, :person, :name, :scopes, :now) RETURNING id
            """)
        .bind("hash", hash)
        .bind("person", person)
        .bind("name", name)
        .bind("scopes", scopes.stream().map(Permission::word).sorted().toArray(String[]::new))
        .bind("now", Times.sql(now))
        .mapTo(Long.class)
        .one();
  }

  /**
   * Revokes a key.
   *
   * @param owner only if it is this person's; null: whoever's it is
   * @return its name; empty if there is none
   */
  public Optional<String> revokeKey(long key, @Nullable Integer owner) {
    return handle
        .createQuery(
            """
            UPDATE api_keys SET revoked_at = :now
            WHERE id = :id AND revoked_at IS NULL
              AND (:owner::int IS NULL OR person_id = :owner)
            RETURNING name
            """)
        .bind("id", key)
        .bind("owner", owner)
        .bind("now", Times.sql(now))
        .mapTo(String.class)
        .findOne();
  }

  // links

  /** Makes a link; others of the same person, or of no person, stop working. */
  public void addLink(@Nullable Integer person, byte[] hash, Instant expiresAt) {
    endLinks(person);
    handle
        .createUpdate(
            """
            INSERT INTO one_time_links (hash, person_id, created_at, expires_at)
            VALUES (:hash, :person, :now, :expires)
            """)
        .bind("hash", hash)
        .bind("person", person)
        .bind("now", Times.sql(now))
        .bind("expires", Times.sql(expiresAt))
        .execute();
  }

  public void endLinks(@Nullable Integer person) {
    handle
        .createUpdate(
            """
            UPDATE one_time_links SET used_at = :now
            WHERE person_id IS NOT DISTINCT FROM :person::int AND used_at IS NULL
            """)
        .bind("person", person)
        .bind("now", Times.sql(now))
        .execute();
  }

  /** Whether a link can be used now. */
  public boolean works(byte[] hash) {
    return findLink(handle, hash, now).isPresent();
  }

  /** Uses a link up; of several who try at once, one gets it. */
  public Optional<LinkRow> useLink(byte[] hash) {
    boolean used =
        handle
                .createUpdate(
                    """
                    UPDATE one_time_links SET used_at = :now
                    WHERE hash = :hash AND used_at IS NULL AND expires_at > :now
                    """)
                .bind("hash", hash)
                .bind("now", Times.sql(now))
                .execute()
            == 1;
    return used ? row(handle, hash) : Optional.empty();
  }

  static Optional<LinkRow> findLink(Handle handle, byte[] hash, Instant now) {
    boolean works =
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT FROM one_time_links
                  WHERE hash = :hash AND used_at IS NULL AND expires_at > :now)
                """)
            .bind("hash", hash)
            .bind("now", Times.sql(now))
            .mapTo(boolean.class)
            .one();
    return works ? row(handle, hash) : Optional.empty();
  }

  private static Optional<LinkRow> row(Handle handle, byte[] hash) {
    Optional<Account> account =
        handle
            .createQuery(
                "SELECT "
                    + AccountRows.ACCOUNT
                    + """
                     FROM one_time_links l JOIN people p ON p.id = l.person_id
                    WHERE l.hash = :hash
                    """)
            .bind("hash", hash)
            .map((row, _) -> AccountRows.account(row))
            .findOne();
    return Optional.of(new LinkRow(account.orElse(null)));
  }
}
