package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.privacy.PersonalData;
import dev.switchboard.store.reads.CaseRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a list shows it.
 *
 * @param holder who holds it or has a reply under way, or null
 * @param mine whether that is the reader
 * @param due what is due next, or null
 * @param here whether it is on the list that is shown, now
 */
public record RowView(
    long id,
    long lastPost,
    String href,
    String author,
    Network network,
    String snippet,
    Instant askedAt,
    @Nullable String language,
    boolean unsure,
    CaseState state,
    @Nullable String holder,
    boolean mine,
    boolean here,
    int posts,
    int exceptions,
    @Nullable DueView due) {

  public static RowView of(CaseRow row, Scope scope, Agent agent) {
    String holder = holder(row.state());
    boolean mine = agent.name().equals(holder);
    return new RowView(
        row.id(),
        row.lastPost(),
        scope.ofCase(row.id()),
        row.author(),
        Network.ofChannel(row.channel()),
        PersonalData.masked(row.snippet()),
        row.askedAt(),
        Words.language(row.language()),
        row.rankedLow(),
        row.state(),
        holder,
        mine,
        isOn(scope, row, mine),
        row.posts(),
        row.exceptions(),
        DueView.of(row.step()));
  }

  static @Nullable String holder(CaseState state) {
    return switch (state) {
      case CaseState.Claimed c -> c.agent();
      case CaseState.Pending p -> p.agent();
      case CaseState.Waiting _, CaseState.Answered _, CaseState.Closed _ -> null;
    };
  }

  private static boolean isOn(Scope scope, CaseRow row, boolean mine) {
    boolean ofBrand = scope.brand() == null || scope.brand().equals(row.brand());
    return ofBrand
        && switch (scope.tab()) {
          case MINE -> mine;
          case PAUSED -> isPaused(row.state(), scope.waitingOn());
          case WAITING, CLAIMED, PENDING, ANSWERED, CLOSED ->
              scope.tab().word().equals(row.state().word());
        };
  }

  private static boolean isPaused(CaseState state, @Nullable WaitingOn on) {
    Pause pause = state instanceof CaseState.Claimed claim ? claim.pause() : null;
    return pause != null && (on == null || pause.on() == on);
  }

  /** Why it rests, or null if it does not. */
  public @Nullable PauseView pause() {
    return PauseView.of(state);
  }

  /** Whether its waiting time still runs. */
  public boolean isWaiting() {
    return switch (state) {
      case CaseState.Waiting _, CaseState.Claimed _, CaseState.Pending _ -> true;
      case CaseState.Answered _, CaseState.Closed _ -> false;
    };
  }
}
