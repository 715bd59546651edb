package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.people.Account;
import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.LinkRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One-time links: what they are for, and their use. Looking at one does not use it up. */
public final class Links {
  private static final Duration FIRST_LASTS = Duration.ofHours(24);
  private static final String GONE = "This link has been used or is too old. Ask for a new one.";

  private final AccountStore store;
  private final AccountReads reads;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Runnable committed;

  Links(
      AccountStore store,
      AccountReads reads,
      Passwords passwords,
      InstantSource clock,
      Runnable committed) {
    this.store = store;
    this.reads = reads;
    this.passwords = passwords;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * The secret of a link that makes the first administrator within a day; earlier ones stop
   * working. Empty if there is an administrator.
   */
  public Optional<String> makeFirst() {
    String secret = Secrets.fresh();
    Instant now = clock.instant();
    return store.inTransaction(
        now,
        tx -> {
          tx.lockAdministrators();
          if (reads.hasAdministrator()) {
            return Optional.empty();
          }
          tx.addLink(null, Secrets.hash(secret), now.plus(FIRST_LASTS));
          return Optional.of(secret);
        });
  }

  /** Whether this makes the first administrator. */
  public boolean isFirst(String secret) {
    return find(secret).filter(link -> link.account() == null).isPresent();
  }

  /** Whose password this lets choose. */
  public Optional<Account> findPerson(String secret) {
    return find(secret)
        .flatMap(link -> Optional.ofNullable(link.account()))
        .filter(who -> !who.isDisabled());
  }

  private Optional<LinkRow> find(String secret) {
    return reads.findLink(Secrets.hash(secret), clock.instant());
  }

  /** Makes the first administrator, who is signed in then; from now on the server is closed. */
  public SignInResult useFirst(String secret, String name, String login, String password) {
    String called = name.strip();
    String signsIn = Logins.normal(login);
    if (!isFirst(secret)) {
      return new SignInResult.Refused(GONE);
    }
    String problem = Logins.problem(called, signsIn);
    String weak = Passwords.problem(password, List.of(called, signsIn));
    if (problem != null || weak != null) {
      return new SignInResult.Refused(problem == null ? String.valueOf(weak) : problem);
    }
    String hash = passwords.hash(password);
    SignInResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              tx.lockAdministrators();
              if (tx.administrators() > 0 || !tx.works(Secrets.hash(secret))) {
                return new SignInResult.Refused(GONE);
              }
              // A script may have added people before; the link goes on working.
              Optional<Integer> added = tx.add(called, signsIn, Role.ADMINISTRATOR);
              if (added.isEmpty()) {
                return new SignInResult.Refused(Logins.TAKEN);
              }
              int id = added.get();
              tx.useLink(Secrets.hash(secret));
              tx.setPassword(id, hash);
              tx.record(called, new AboutPeople.PersonAdded(called, Role.ADMINISTRATOR.word()));
              return new SignInResult.Done(Sessions.begin(tx, id, called, null), called);
            });
    committed.run();
    return result;
  }

  /** Chooses a person's password, who is signed in then; their other sessions end. */
  public SignInResult use(String secret, String password) {
    Optional<Account> found = findPerson(secret);
    if (found.isEmpty()) {
      return new SignInResult.Refused(GONE);
    }
    Account who = found.get();
    String problem = Passwords.problem(password, Logins.words(who));
    if (problem != null) {
      return new SignInResult.Refused(problem);
    }
    String hash = passwords.hash(password);
    SignInResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              boolean disabled = tx.find(who.id()).map(Account::isDisabled).orElse(true);
              if (disabled || tx.useLink(Secrets.hash(secret)).isEmpty()) {
                return new SignInResult.Refused(GONE);
              }
              tx.setPassword(who.id(), hash);
              tx.record(who.name(), new AboutPeople.PasswordChanged(who.name()));
              Sessions.endAll(tx, who.id(), who.name(), Sessions.Ending.PASSWORD_CHANGED);
              return new SignInResult.Done(
                  Sessions.begin(tx, who.id(), who.name(), null), who.name());
            });
    committed.run();
    return result;
  }
}
