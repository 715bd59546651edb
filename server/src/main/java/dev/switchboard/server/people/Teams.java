package dev.switchboard.server.people;

import dev.switchboard.engine.event.AboutTeams;
import dev.switchboard.engine.people.ProfileFields;
import dev.switchboard.store.people.StaffReads;
import dev.switchboard.store.people.StaffStore;
import dev.switchboard.store.people.StaffTransaction;
import dev.switchboard.store.people.TeamRow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Teams: made, renamed, removed. Who is in one stands in each person's profile. Any thread. */
public final class Teams {
  private static final String TAKEN = "There is a team of that name already.";

  private final StaffStore store;
  private final StaffReads reads;
  private final InstantSource clock;
  private final Runnable committed;

  Teams(StaffStore store, StaffReads reads, InstantSource clock, Runnable committed) {
    this.store = store;
    this.reads = reads;
    this.clock = clock;
    this.committed = committed;
  }

  public List<TeamRow> all() {
    return reads.teams();
  }

  public AccountResult add(@Nullable String actor, String name) {
    return called(
        name,
        called ->
            in(
                tx -> {
                  Optional<Integer> id = tx.addTeam(called);
                  if (id.isEmpty()) {
                    return new AccountResult.Refused(TAKEN);
                  }
                  tx.record(actor, new AboutTeams.TeamAdded(called));
                  return new AccountResult.Done(id.get(), null);
                }));
  }

  public AccountResult rename(@Nullable String actor, int team, String name) {
    return called(
        name,
        called ->
            of(
                team,
                (tx, before) -> {
                  if (before.equals(called)) {
                    return new AccountResult.Done(team, null);
                  }
                  if (!tx.renameTeam(team, called)) {
                    return new AccountResult.Refused(TAKEN);
                  }
                  tx.record(actor, new AboutTeams.TeamRenamed(before, called));
                  return new AccountResult.Done(team, null);
                }));
  }

  public AccountResult remove(@Nullable String actor, int team) {
    return of(
        team,
        (tx, before) -> {
          tx.removeTeam(team);
          tx.record(actor, new AboutTeams.TeamRemoved(before));
          return new AccountResult.Done(team, null);
        });
  }

  /** Does it with a name as it is kept, or says what is wrong with it. */
  private static AccountResult called(String name, Function<String, AccountResult> work) {
    String kept;
    try {
      kept = ProfileFields.word("A team's name", name);
    } catch (IllegalArgumentException e) {
      return new AccountResult.Refused(e.getMessage() + ".");
    }
    return work.apply(kept);
  }

  private interface Work {
    AccountResult on(StaffTransaction tx, String before);
  }

  private AccountResult of(int team, Work work) {
    return in(
        tx ->
            tx.findTeam(team)
                .map(before -> work.on(tx, before))
                .orElseGet(() -> new AccountResult.NoSuch("There is no team %d.".formatted(team))));
  }

  private AccountResult in(Function<StaffTransaction, AccountResult> work) {
    AccountResult result = store.inTransaction(clock.instant(), work);
    if (result instanceof AccountResult.Done) {
      committed.run();
    }
    return result;
  }
}
