package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.people.Volunteering;
import dev.switchboard.store.people.StaffQuery;
import dev.switchboard.store.people.StaffReads;
import dev.switchboard.store.people.StaffRow;
import dev.switchboard.store.people.StaffStore;
import dev.switchboard.store.people.StaffTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What people know, when they work, how much they hold, whether they are there. Each change is one
 * transaction, committed when it returns. Any thread.
 */
public final class Staff {
  private final StaffStore store;
  private final StaffReads reads;
  private final CaseWeights weights;
  private final InstantSource clock;
  private final Runnable committed;
  private final Teams teams;

  /**
   * @param committed called after each commit that changed something
   */
  public Staff(Jdbi jdbi, CaseWeights weights, InstantSource clock, Runnable committed) {
    this.store = new StaffStore(jdbi);
    this.reads = new StaffReads(jdbi);
    this.weights = weights;
    this.clock = clock;
    this.committed = committed;
    this.teams = new Teams(store, reads, clock, committed);
  }

  public Teams teams() {
    return teams;
  }

  public Instant now() {
    return clock.instant();
  }

  public List<StaffRow> people(StaffQuery query) {
    return reads.people(query, clock.instant());
  }

  public Optional<StaffRow> find(int person) {
    return reads.find(person, clock.instant());
  }

  public Optional<StaffRow> find(String name) {
    return reads.find(name, clock.instant());
  }

  /** What a person says that they do; empty if they are not in the directory. */
  /** How many offers ran out before somebody was taken for away; 0 if they were not. */
  public int unseenOffers(String name) {
    return reads.unseenOffers(name);
  }

  public Optional<Presence> findPresence(String name) {
    return reads.findPresence(name);
  }

  Map<String, Profile> byLogin() {
    return reads.byLogin();
  }

  /** What the cases that a person holds weigh together. */
  public int load(StaffRow row) {
    return weights.of(row.held());
  }

  public AccountResult change(@Nullable String actor, int person, ProfileChange change) {
    return with(
        person,
        (tx, before) -> {
          save(tx, actor, person, before, change.on(before, clock.instant()));
          return new AccountResult.Done(person, null);
        });
  }

  /**
   * What people declare that they know, or a lead corrects.
   *
   * @param languages null: as they are; so with {@code skills}
   */
  public AccountResult know(
      @Nullable String actor,
      int person,
      @Nullable List<String> languages,
      @Nullable List<Skill> skills) {
    return change(
        actor, person, new ProfileChange(null, null, languages, skills, null, null, null, null));
  }

  /** Writes a profile of whoever has this name, who is made if nobody has it. */
  public void bring(String name, ProfileChange change) {
    var _ =
        in(
            tx -> {
              int person = tx.person(name);
              Profile before = tx.find(person).orElseThrow();
              Profile in =
                  before.capacity() == null ? Profile.of(name, Profile.DEFAULT_CAPACITY) : before;
              save(tx, null, person, before, change.on(in, clock.instant()));
              return new AccountResult.Done(person, null);
            });
  }

  public AccountResult setPresence(@Nullable String actor, String name, Presence presence) {
    return named(
        name,
        (tx, person) -> {
          if (tx.find(person).map(Profile::capacity).isEmpty()) {
            return new AccountResult.NoSuch("%s is not in the directory.".formatted(name));
          }
          Presence before = tx.setPresence(person, presence);
          if (before != presence) {
            tx.record(actor, new AboutTeams.PresenceChanged(name, before.word(), presence.word()));
          }
          return new AccountResult.Done(person, null);
        });
  }

  public AccountResult optIn(String name, String topic) {
    return named(
        name,
        (tx, person) ->
            volunteering(
                tx, name, person, before -> Volunteering.optIn(before, topic, clock.instant())));
  }

  public AccountResult optOut(String name, String topic) {
    return named(
        name,
        (tx, person) ->
            volunteering(tx, name, person, before -> Volunteering.optOut(before, topic)));
  }

  /**
   * Says that a volunteer can answer a topic.
   *
   * @param by null for a script
   */
  public AccountResult certify(@Nullable String by, int person, String topic) {
    return in(
        tx ->
            volunteering(
                tx,
                by,
                person,
                before -> Volunteering.certify(before, topic, by, clock.instant())));
  }

  public AccountResult withdraw(@Nullable String by, int person, String topic) {
    return in(tx -> volunteering(tx, by, person, before -> Volunteering.withdraw(before, topic)));
  }

  private interface Decision {
    Volunteering.Result of(Profile before);
  }

  private interface Work {
    AccountResult in(StaffTransaction tx);
  }

  private static AccountResult volunteering(
      StaffTransaction tx, @Nullable String actor, int person, Decision decision) {
    Optional<Profile> before = tx.find(person);
    if (before.isEmpty()) {
      return noSuch(person);
    }
    return switch (decision.of(before.get())) {
      case Volunteering.Result.Refused(var why) -> new AccountResult.Refused(why);
      case Volunteering.Result.Done(var after) -> {
        if (!after.equals(before.get())) {
          tx.save(person, after);
          StaffEvents.ofTopics(before.get(), after).forEach(event -> tx.record(actor, event));
        }
        yield new AccountResult.Done(person, null);
      }
    };
  }

  static void save(
      StaffTransaction tx, @Nullable String actor, int person, Profile before, Profile after) {
    if (!after.equals(before)) {
      tx.save(person, after);
      tx.record(actor, new AboutTeams.ProfileChanged(before.person(), before.changesTo(after)));
      StaffEvents.ofTopics(before, after).forEach(event -> tx.record(actor, event));
    }
  }

  private static AccountResult noSuch(int person) {
    return new AccountResult.NoSuch("There is no person %d.".formatted(person));
  }

  private AccountResult with(
      int person, BiFunction<StaffTransaction, Profile, AccountResult> work) {
    return in(tx -> tx.find(person).map(before -> work.apply(tx, before)).orElse(noSuch(person)));
  }

  private AccountResult named(
      String name, BiFunction<StaffTransaction, Integer, AccountResult> work) {
    return in(
        tx ->
            tx.findId(name)
                .map(person -> work.apply(tx, person))
                .orElse(new AccountResult.NoSuch("%s is not in the directory.".formatted(name))));
  }

  private AccountResult in(Work work) {
    AccountResult result = store.inTransaction(clock.instant(), work::in);
    if (result instanceof AccountResult.Done) {
      committed.run();
    }
    return result;
  }
}
