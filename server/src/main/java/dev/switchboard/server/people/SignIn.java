package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.people.Backoff;
import dev.switchboard.store.people.Account;
import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.AccountTransaction;
import dev.switchboard.store.people.FailureStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in and changing one's password. Who guesses is slowed down by account and by address; the
 * answer and the time it takes don't tell whether there is such an account. Any thread.
 */
public final class SignIn {
  private final AccountStore store;
  private final AccountReads reads;
  private final FailureStore failures;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Runnable committed;

  SignIn(
      AccountStore store,
      AccountReads reads,
      FailureStore failures,
      Passwords passwords,
      InstantSource clock,
      Runnable committed) {
    this.store = store;
    this.reads = reads;
    this.failures = failures;
    this.passwords = passwords;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * Begins a session.
   *
   * @param address from where on the network
   * @param before the session that the same browser has now, which ends
   */
  public SignInResult signIn(
      String login, String password, String address, Caller.@Nullable Person before) {
    String wanted = Logins.normal(login);
    byte[] from = Secrets.hash("address " + Addresses.network(address));
    Instant shut = failures.shutUntil(from, clock.instant());
    if (shut != null) {
      return new SignInResult.Shut(shut);
    }
    Optional<Account> account = reads.findByLogin(wanted);
    SignInResult checked = check(wanted, account, password);
    if (checked instanceof SignInResult.Done) {
      checked = begin(account.orElseThrow(), password, before);
    } else if (checked instanceof SignInResult.Wrong) {
      // Only now: an office's right passwords, however many at once, stand against nobody.
      failures.count(from, Backoff.ADDRESS, clock.instant());
    }
    return checked;
  }

  /** Begins the session of one whose password was right a moment ago. */
  private SignInResult begin(Account who, String password, Caller.@Nullable Person before) {
    String hash = Objects.requireNonNull(who.passwordHash());
    String better = passwords.isOutdated(hash) ? passwords.hash(password) : null;
    SignInResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              if (!isStill(tx, who)) {
                return new SignInResult.Wrong();
              }
              if (better != null) {
                tx.rehash(who.id(), hash, better);
              }
              return new SignInResult.Done(
                  Sessions.begin(tx, who.id(), who.name(), before), who.name());
            });
    committed.run();
    return result;
  }

  /** Whether the account may be used and has the password that was checked; locks it. */
  private static boolean isStill(AccountTransaction tx, Account checked) {
    return tx.find(checked.id())
        .filter(now -> !now.isDisabled())
        .filter(now -> Objects.equals(now.passwordHash(), checked.passwordHash()))
        .isPresent();
  }

  /** Done, without a session, if this is the password of an account that may be used. */
  private SignInResult check(String login, Optional<Account> account, String password) {
    byte[] subject = Secrets.hash("account " + login);
    FailureStore.Try tried = failures.count(subject, Backoff.ACCOUNT, clock.instant());
    if (tried.shutUntil() != null) {
      return new SignInResult.Shut(tried.shutUntil());
    }
    boolean right = matches(password, account, subject, tried);
    if (right && !account.orElseThrow().isDisabled()) {
      failures.clear(subject);
      return new SignInResult.Done("", account.get().name());
    }
    account.ifPresent(who -> note(who, tried.failures()));
    return new SignInResult.Wrong();
  }

  private boolean matches(
      String password, Optional<Account> account, byte[] subject, FailureStore.Try tried) {
    try {
      return passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    } catch (Passwords.TooBusy e) {
      failures.takeBack(subject, tried.failures());
      throw e;
    }
  }

  private void note(Account who, int failed) {
    if (!Backoff.ACCOUNT.after(failed).isZero()) {
      store.inTransaction(
          clock.instant(),
          tx -> {
            tx.record(null, new AboutPeople.SignInShut(who.name(), failed));
            return true;
          });
      committed.run();
    }
  }

  /** Changes a password; all sessions of the person end, and this browser gets a new one. */
  public SignInResult changePassword(Caller.Person caller, String current, String wanted) {
    Account who = reads.find(caller.person()).orElseThrow();
    SignInResult checked = check(who.login(), Optional.of(who), current);
    if (!(checked instanceof SignInResult.Done)) {
      return checked;
    }
    String problem = Passwords.problem(wanted, Logins.words(who));
    if (problem != null) {
      return new SignInResult.Refused(problem);
    }
    String hash = passwords.hash(wanted);
    Instant now = clock.instant();
    SignInResult done =
        store.inTransaction(
            now,
            tx -> {
              if (!isStill(tx, who)) {
                return new SignInResult.Wrong();
              }
              tx.setPassword(who.id(), hash);
              tx.endLinks(who.id());
              tx.record(who.name(), new AboutPeople.PasswordChanged(who.name()));
              Sessions.endAll(tx, who.id(), who.name(), Sessions.Ending.PASSWORD_CHANGED);
              return new SignInResult.Done(
                  Sessions.begin(tx, who.id(), who.name(), null), who.name());
            });
    committed.run();
    return done;
  }
}
