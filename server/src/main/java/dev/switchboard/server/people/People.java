package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.people.Account;
import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.AccountTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who there is and what they are: added, given roles, disabled. Any thread. */
public final class People {
  private static final Duration LINK_LASTS = Duration.ofDays(3);
  private static final String LAST =
      "Somebody must administer: give another person that role first.";

  private final AccountStore store;
  private final AccountReads reads;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit that changed something
   */
  People(AccountStore store, AccountReads reads, InstantSource clock, Runnable committed) {
    this.store = store;
    this.reads = reads;
    this.clock = clock;
    this.committed = committed;
  }

  public List<Account> all() {
    return reads.accounts();
  }

  public Optional<Account> find(int person) {
    return reads.find(person);
  }

  /**
   * Adds a person, who chooses a password by a one-time link; its secret is in the result.
   *
   * @param by who does it, and may give no more than they have
   */
  public AccountResult add(Caller by, String name, String login, Role role) {
    String called = name.strip();
    String signsIn = Logins.normal(login);
    String problem = Logins.problem(called, signsIn);
    String above = above(by, role);
    if (problem != null || above != null) {
      return new AccountResult.Refused(problem == null ? String.valueOf(above) : problem);
    }
    String secret = Secrets.fresh();
    Instant now = clock.instant();
    AccountResult result =
        store.inTransaction(
            now,
            tx -> {
              // Of two who take the same sign-in name at once, one hears that it is taken.
              tx.lockAdministrators();
              Optional<Integer> id = tx.add(called, signsIn, role);
              if (id.isEmpty()) {
                return new AccountResult.Refused(Logins.TAKEN);
              }
              tx.addLink(id.get(), Secrets.hash(secret), now.plus(LINK_LASTS));
              tx.record(by.name(), new AboutPeople.PersonAdded(called, role.word()));
              tx.record(by.name(), new AboutPeople.LinkMade(called));
              return new AccountResult.Done(id.get(), secret);
            });
    committed.run();
    return result;
  }

  /** Makes a new link, for one who has lost the old one or the password. */
  public AccountResult newLink(Caller by, int person) {
    String secret = Secrets.fresh();
    return change(
        person,
        (tx, who) -> {
          String above = above(by, who.role());
          if (above != null || who.isDisabled()) {
            return new AccountResult.Refused(
                above == null ? "%s is disabled.".formatted(who.name()) : above);
          }
          tx.addLink(person, Secrets.hash(secret), clock.instant().plus(LINK_LASTS));
          tx.record(by.name(), new AboutPeople.LinkMade(who.name()));
          return new AccountResult.Done(person, secret);
        });
  }

  public AccountResult setRole(Caller by, int person, Role role) {
    return change(
        person,
        (tx, who) -> {
          if (who.role() == role) {
            return new AccountResult.Done(person, null);
          }
          String above = above(by, who.role(), role);
          if (above != null) {
            return new AccountResult.Refused(above);
          }
          int before = tx.administrators();
          tx.setRole(person, role);
          if (before > 0 && tx.administrators() == 0) {
            tx.setRole(person, who.role());
            return new AccountResult.Refused(LAST);
          }
          tx.record(
              by.name(), new AboutPeople.RoleChanged(who.name(), who.role().word(), role.word()));
          return new AccountResult.Done(person, null);
        });
  }

  /** Whether a colleague must approve this person's replies, since they are new. */
  public AccountResult setReviewed(@Nullable String actor, int person, boolean reviewed) {
    return change(
        person,
        (tx, who) -> {
          if (who.reviewed() != reviewed) {
            tx.setReviewed(person, reviewed);
            tx.record(actor, new AboutClaims.ReviewChanged(who.name(), reviewed));
          }
          return new AccountResult.Done(person, null);
        });
  }

  /** Shuts a person out at once: sessions, links and keys stop working. */
  public AccountResult disable(@Nullable String actor, int person) {
    return change(
        person,
        (tx, who) -> {
          if (who.isDisabled()) {
            return new AccountResult.Done(person, null);
          }
          int before = tx.administrators();
          tx.setDisabled(person, true);
          if (before > 0 && tx.administrators() == 0) {
            tx.setDisabled(person, false);
            return new AccountResult.Refused(LAST);
          }
          tx.endLinks(person);
          Sessions.endAll(tx, person, actor, Sessions.Ending.DISABLED);
          tx.record(actor, new AboutPeople.PersonDisabled(who.name()));
          return new AccountResult.Done(person, null);
        });
  }

  public AccountResult enable(@Nullable String actor, int person) {
    return change(
        person,
        (tx, who) -> {
          if (who.isDisabled()) {
            tx.setDisabled(person, false);
            tx.record(actor, new AboutPeople.PersonEnabled(who.name()));
          }
          return new AccountResult.Done(person, null);
        });
  }

  /**
   * Why somebody may not have to do with accounts of these roles: whoever makes a link can become
   * that person, so nobody makes one for more than they may do themselves. Null if they may.
   */
  static @Nullable String above(Caller by, Role... roles) {
    Set<Permission> missing = EnumSet.noneOf(Permission.class);
    for (Role role : roles) {
      missing.addAll(role.permissions());
    }
    missing.removeAll(by.permissions());
    return missing.isEmpty()
        ? null
        : "That takes what you may not do yourself: %s."
            .formatted(missing.stream().map(Permission::word).collect(Collectors.joining(", ")));
  }

  private AccountResult change(
      int person, BiFunction<AccountTransaction, Account, AccountResult> work) {
    AccountResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              tx.lockAdministrators();
              Optional<Account> who = tx.find(person);
              return who.isPresent()
                  ? work.apply(tx, who.get())
                  : new AccountResult.NoSuch("There is no person %d.".formatted(person));
            });
    committed.run();
    return result;
  }
}
