package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutPeople;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.store.people.Account;
import dev.switchboard.store.people.AccountReads;
import dev.switchboard.store.people.AccountStore;
import dev.switchboard.store.people.KeyRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** API keys: made, shown once, found by their secret, revoked. Any thread. */
public final class Keys {
  /** What every key begins with, so that scanners of code and logs know one. */
  public static final String PREFIX = "sb_";

  private static final int MAX_NAME_CHARS = 80;
  private static final int MAX_KEYS = 400;
  private static final int MAX_SECRET_CHARS = 100;
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(5);

  private final AccountStore store;
  private final AccountReads reads;
  private final InstantSource clock;
  private final Runnable committed;

  Keys(AccountStore store, AccountReads reads, InstantSource clock, Runnable committed) {
    this.store = store;
    this.reads = reads;
    this.clock = clock;
    this.committed = committed;
  }

  /** Whose key this is. */
  Optional<Caller.Key> find(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() > MAX_SECRET_CHARS) {
      return Optional.empty();
    }
    Optional<KeyRow> found = reads.findKey(Secrets.hash(secret));
    Instant now = clock.instant();
    found
        .filter(key -> key.usedAt() == null || key.usedAt().isBefore(now.minus(TOUCH_EVERY)))
        .ifPresent(key -> store.touchKey(key.id(), now));
    return found.map(
        key -> new Caller.Key(key.id(), key.person(), key.personName(), key.role(), key.scopes()));
  }

  public List<KeyRow> all() {
    return reads.keys();
  }

  /** Makes a key of a person, for some of what they may do; its secret is in the result. */
  public AccountResult make(int person, String name, Set<Permission> scopes) {
    String called = name.strip();
    Account who = reads.find(person).orElseThrow();
    String problem = problem(who, called, scopes);
    if (problem != null) {
      return new AccountResult.Refused(problem);
    }
    String secret = PREFIX + Secrets.fresh();
    long id =
        store.inTransaction(
            clock.instant(),
            tx -> {
              long key = tx.addKey(person, called, Secrets.hash(secret), scopes);
              List<String> words = scopes.stream().map(Permission::word).sorted().toList();
              tx.record(who.name(), new AboutPeople.KeyMade(key, called, words));
              return key;
            });
    committed.run();
    return new AccountResult.Done(id, secret);
  }

  private @Nullable String problem(Account who, String name, Set<Permission> scopes) {
    if (name.isEmpty()
        || name.length() > MAX_NAME_CHARS
        || name.chars().anyMatch(Character::isISOControl)) {
      return "A key has a name of 1 to %d characters, so that you know later what it is for."
          .formatted(MAX_NAME_CHARS);
    }
    if (scopes.isEmpty()) {
      return "A key needs at least one scope.";
    }
    if (!who.role().permissions().containsAll(scopes)) {
      String more =
          scopes.stream()
              .filter(scope -> !who.role().may(scope))
              .map(Permission::word)
              .sorted()
              .collect(Collectors.joining(", "));
      return "A key can't do more than you: not %s.".formatted(more);
    }
    return reads.keys().size() >= MAX_KEYS
        ? "There are %d keys already; revoke those that nobody uses.".formatted(MAX_KEYS)
        : null;
  }

  /**
   * Revokes a key.
   *
   * @param actor who does it, null for a script
   * @param owner only if it is this person's; null: whoever's it is
   */
  public AccountResult revoke(@Nullable String actor, @Nullable Integer owner, long key) {
    AccountResult result =
        store.inTransaction(
            clock.instant(),
            tx -> {
              Optional<String> name = tx.revokeKey(key, owner);
              if (name.isEmpty()) {
                return new AccountResult.NoSuch("You have no key %d.".formatted(key));
              }
              tx.record(actor, new AboutPeople.KeyRevoked(key, name.get()));
              return new AccountResult.Done(key, null);
            });
    committed.run();
    return result;
  }
}
