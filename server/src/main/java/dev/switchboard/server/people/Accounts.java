package dev.switchboard.server.people;

import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.FailureStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about accounts, put together. While a database has no administrator the server is
 * open; from then on it is closed and stays so. Any thread.
 */
public final class Accounts implements Gate {
  private static final Logger log = LoggerFactory.getLogger(Accounts.class);

  /** How soon another process's first administrator is noticed. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration FORGET_AFTER = Duration.ofDays(2);

  private final AccountReads reads;
  private final AccountStore store;
  private final InstantSource clock;
  private final byte @Nullable [] scriptKey;
  private final Sessions sessions;
  private final SignIn signIn;
  private final People people;
  private final Links links;
  private final Keys keys;
  private final Identities identities;
  private final OpenStreams streams;
  private volatile boolean closed;
  private volatile long lookedNanos = System.nanoTime() - LOOK_EVERY.toNanos();

  /**
   * @param scriptKey the key of the environment, with which scripts do everything; null if none
   * @param committed called after each commit that wrote events
   * @throws RuntimeException if it can't be read whether there is an administrator: a server that
   *     does not know may not start as an open one
   */
  public Accounts(
      Jdbi jdbi,
      @Nullable String scriptKey,
      SessionTimes times,
      PasswordWork work,
      InstantSource clock,
      Runnable committed) {
    this.reads = new AccountReads(jdbi);
    this.store = new AccountStore(jdbi);
    this.clock = clock;
    this.scriptKey = scriptKey == null ? null : scriptKey.getBytes(StandardCharsets.UTF_8);
    this.streams = new OpenStreams(reads, times, clock, this::isClosed);
    Runnable changed =
        () -> {
          committed.run();
          lookedNanos = System.nanoTime() - LOOK_EVERY.toNanos();
          lookOver();
        };
    Passwords passwords = new Passwords(work);
    this.sessions = new Sessions(store, reads, times, clock, changed);
    FailureStore failures = new FailureStore(jdbi);
    this.signIn = new SignIn(store, reads, failures, passwords, clock, changed);
    this.people = new People(store, reads, clock, changed);
    this.links = new Links(store, reads, passwords, clock, changed);
    this.keys = new Keys(store, reads, clock, changed);
    this.identities = new Identities(jdbi, clock, committed);
    this.closed = reads.hasAdministrator();
  }

  @Override
  public boolean isClosed() {
    if (!closed && System.nanoTime() - lookedNanos >= LOOK_EVERY.toNanos()) {
      lookedNanos = System.nanoTime();
      try {
        // Never back: an answer from a moment before may come late.
        if (reads.hasAdministrator()) {
          closed = true;
        }
      } catch (RuntimeException e) {
        // It was open a moment ago, for this machine only; without its database it can't change.
        log.debug("Whether there is an administrator can't be read now: {}", e.getMessage());
      }
    }
    return closed;
  }

  @Override
  public Caller who(@Nullable String key, @Nullable String session, boolean byPerson) {
    if (key != null && isScripts(key)) {
      return new Caller.Script();
    }
    if (!isClosed()) {
      return new Caller.Open();
    }
    if (key != null) {
      return keys.find(key).<Caller>map(found -> found).orElseGet(Caller.Stranger::new);
    }
    return session == null
        ? new Caller.Stranger()
        : sessions
            .find(session, byPerson)
            .<Caller>map(found -> found)
            .orElseGet(Caller.Stranger::new);
  }

  private boolean isScripts(String key) {
    return scriptKey != null
        && MessageDigest.isEqual(scriptKey, key.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends streams that may not go on; called every second. */
  public void lookOver() {
    streams.look();
  }

  /** Ends sessions that have run out, and forgets what is of no use; called now and then. */
  public void sweep() {
    sessions.sweep();
    store.forget(clock.instant().minus(FORGET_AFTER));
  }

  public Sessions sessions() {
    return sessions;
  }

  public SignIn signIn() {
    return signIn;
  }

  public People people() {
    return people;
  }

  public Links links() {
    return links;
  }

  public Keys keys() {
    return keys;
  }

  public Identities identities() {
    return identities;
  }

  public OpenStreams streams() {
    return streams;
  }
}
