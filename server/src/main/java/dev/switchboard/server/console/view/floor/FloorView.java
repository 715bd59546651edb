package dev.switchboard.server.console.view.floor;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.routing.LoudFirst;
import dev.switchboard.server.console.view.Network;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Tab;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.console.view.exception.ExceptionGroup;
import dev.switchboard.server.console.view.exception.FlowCard;
import dev.switchboard.server.floor.FloorNow;
import dev.switchboard.server.floor.WaitsNow;
import dev.switchboard.store.floor.ExceptionCount;
import dev.switchboard.store.floor.OfferLoad;
import dev.switchboard.store.floor.OpenWork;
import dev.switchboard.store.floor.PausedLoad;
import dev.switchboard.store.floor.QueueRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The floor as its page shows it.
 *
 * @param wall whether it is on a screen for all to see
 * @param alarm that the loud are served first, in words; null while there is no reason for it
 */
public record FloorView(
    Scope scope,
    boolean wall,
    OpenWork work,
    PausedLoad paused,
    Ages ages,
    Due due,
    List<StepLine> steps,
    List<Queue> languages,
    List<Queue> topics,
    Offers offers,
    People people,
    List<Trouble> troubles,
    String flowed,
    String flowedCounts,
    List<Waits> waits,
    @Nullable String alarm) {

  /**
   * Deadlines.
   *
   * @param next the next that is still to be met; null if none runs
   * @param inTime the share of the answers of 24 hours that met every deadline, in words; empty if
   *     nothing was answered
   */
  public record Due(long breached, long inDanger, @Nullable Instant next, String inTime) {
    static Due of(FloorNow floor) {
      OptionalDouble share = floor.inTime().share();
      return new Due(
          floor.breached(),
          floor.inDanger(),
          floor.findNextDue().orElse(null),
          share.isEmpty()
              ? ""
              : "%d %% in time".formatted((int) Math.floor(100 * share.getAsDouble())));
    }
  }

  /**
   * Offers.
   *
   * @param ended how those of the last hour ended, in words
   */
  public record Offers(long open, String ended) {
    static Offers of(OfferLoad offers) {
      List<String> words = new ArrayList<>();
      words.add(Words.count(offers.accepted()) + " accepted");
      if (offers.declined() > 0) {
        words.add(Words.count(offers.declined()) + " declined");
      }
      if (offers.expired() > 0) {
        words.add(Words.count(offers.expired()) + " expired");
      }
      return new Offers(offers.open(), String.join(" · ", words) + " in an hour");
    }
  }

  /** Who is there. */
  public record People(
      int working, int away, int absent, long withRoom, List<Hand> hands, int more) {
    public String words() {
      List<String> words = new ArrayList<>();
      words.add(withRoom + " with room");
      words.add(away + " away");
      if (absent > 0) {
        words.add(absent + " gone with cases");
      }
      return String.join(" · ", words);
    }
  }

  /** Exceptions of a group. */
  public record Trouble(ExceptionGroup group, long open, Instant oldest) {}

  /** Waits told apart by one thing. */
  public record Waits(String title, List<WaitBar> bars) {}

  public static FloorView of(FloorNow floor, WaitsNow waits, Scope scope, boolean wall) {
    List<Hand> hands = floor.hands().stream().map(Hand::of).toList();
    return new FloorView(
        scope,
        wall,
        floor.work(),
        floor.paused(),
        Ages.of(floor.work()),
        Due.of(floor),
        StepLine.of(floor.steps()),
        Queue.of(floor, QueueRow.By.LANGUAGE),
        Queue.of(floor, QueueRow.By.TOPIC),
        Offers.of(floor.offers()),
        new People(
            floor.people().working(),
            floor.people().away(),
            floor.people().absent(),
            floor.withRoom(),
            hands,
            floor.people().people() - hands.size()),
        troubles(floor.exceptions()),
        FlowCard.percent(floor.day()),
        FlowCard.counts(floor.day()),
        List.of(
            new Waits("By followers", WaitBar.of(waits.byReach(), WaitBar::reach)),
            new Waits("By language", WaitBar.of(waits.byLanguage(), WaitBar::language)),
            new Waits(
                "By network",
                WaitBar.of(waits.byNetwork(), network -> Network.ofChannel(network).label()))),
        waits.findLoudFirst().map(LoudFirst::words).orElse(null));
  }

  private static List<Trouble> troubles(List<ExceptionCount> counts) {
    Map<ExceptionGroup, List<ExceptionCount>> groups =
        counts.stream()
            .collect(
                Collectors.groupingBy(
                    count -> ExceptionGroup.of(count.kind()), TreeMap::new, Collectors.toList()));
    List<Trouble> troubles = new ArrayList<>();
    groups.forEach(
        (group, some) ->
            troubles.add(
                new Trouble(
                    group,
                    some.stream().mapToLong(ExceptionCount::open).sum(),
                    some.stream()
                        .map(ExceptionCount::oldest)
                        .min(Instant::compareTo)
                        .orElseThrow())));
    return troubles;
  }

  public long troubleCount() {
    return troubles.stream().mapToLong(Trouble::open).sum();
  }

  /** The list of paused cases, of those who wait for somebody or of all if it is null. */
  public String pausedAddress(@Nullable WaitingOn on) {
    return scope.on(Tab.PAUSED).waitingOn(on).inbox();
  }

  /** Where the page gets itself anew. */
  public String address() {
    return address("/console/floor", wall);
  }

  public String pageAddress() {
    return address("/floor", wall);
  }

  public String wallAddress() {
    return address("/floor", true);
  }

  public String deskAddress() {
    return address("/floor", false);
  }

  private String address(String path, boolean onWall) {
    String of = scope.address(path);
    return onWall ? of + (of.contains("?") ? "&" : "?") + "wall" : of;
  }
}
