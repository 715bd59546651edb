package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.AccountTransaction;
import dev.switchboard.store.people.SessionRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions: found by their secret, begun, and ended. They survive a restart. Any thread. */
public final class Sessions {
  /** How far behind "last seen" may be, to spare the database. */
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private static final int MAX_TOKEN_CHARS = 100;

  private final AccountStore store;
  private final AccountReads reads;
  private final SessionTimes times;
  private final InstantSource clock;
  private final Runnable ended;

  /**
   * @param ended called after each commit that ended some
   */
  Sessions(
      AccountStore store,
      AccountReads reads,
      SessionTimes times,
      InstantSource clock,
      Runnable ended) {
    this.store = store;
    this.reads = reads;
    this.times = times;
    this.clock = clock;
    this.ended = ended;
  }

  /**
   * Whose session this is.
   *
   * @param byPerson whether a person did something, so that the session is not idle
   */
  Optional<Caller.Person> find(String token, boolean byPerson) {
    if (token.length() > MAX_TOKEN_CHARS) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<SessionRow> found =
        reads.findSession(Secrets.hash(token), now, times.idle(), times.longest());
    if (byPerson && found.isPresent() && found.get().seenAt().isBefore(now.minus(TOUCH_EVERY))) {
      store.touchSession(found.get().id(), now);
    }
    return found.map(row -> new Caller.Person(row.id(), row.person(), row.name(), row.role()));
  }

  /** Begins one in the place of the one that the same browser had. */
  static String begin(
      AccountTransaction tx, int person, String name, Caller.@Nullable Person before) {
    if (before != null) {
      end(tx, before.session(), before.name(), Ending.SIGNED_IN_AGAIN);
    }
    String token = Secrets.fresh();
    long session = tx.addSession(person, Secrets.hash(token));
    tx.record(name, new AboutPeople.SignedIn(session));
    return token;
  }

  static boolean end(AccountTransaction tx, long session, @Nullable String actor, Ending ending) {
    Optional<String> whose = tx.endSession(session, ending.word());
    whose.ifPresent(
        name -> tx.record(actor, new AboutPeople.SignedOut(session, name, ending.word())));
    return whose.isPresent();
  }

  static void endAll(AccountTransaction tx, int person, @Nullable String actor, Ending ending) {
    for (long session : tx.openSessions(person)) {
      end(tx, session, actor, ending);
    }
  }

  public void signOut(Caller.Person caller) {
    store.inTransaction(
        clock.instant(), tx -> end(tx, caller.session(), caller.name(), Ending.SIGNED_OUT));
    ended.run();
  }

  /** Ends one of a person's sessions; false if there is none. */
  public boolean end(int person, long session, @Nullable String actor) {
    boolean done =
        store.inTransaction(
            clock.instant(),
            tx ->
                tx.openSessions(person).contains(session) && end(tx, session, actor, Ending.ENDED));
    ended.run();
    return done;
  }

  public List<SessionRow> of(int person) {
    return reads.sessions(person, clock.instant(), times.idle(), times.longest());
  }

  /** Ends those that have run out; called now and then. */
  void sweep() {
    Instant now = clock.instant();
    for (AccountStore.RunOut old : store.runOut(now, times.idle(), times.longest())) {
      store.inTransaction(
          now, tx -> end(tx, old.session(), null, old.idle() ? Ending.IDLE : Ending.TOO_LONG));
    }
  }

  /** Why a session ended; the words are part of the contract. */
  enum Ending {
    SIGNED_OUT("signedOut"),
    SIGNED_IN_AGAIN("signedInAgain"),
    IDLE("idle"),
    TOO_LONG("tooLong"),
    PASSWORD_CHANGED("passwordChanged"),
    DISABLED("disabled"),
    ENDED("ended");

    private final String word;

    Ending(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
