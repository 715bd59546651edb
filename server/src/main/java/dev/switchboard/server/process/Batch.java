package dev.switchboard.server.process;

import static dev.switchboard.engine.event.ExceptionKind.FLOW_UNREADABLE;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.BrandAlarm;
import dev.switchboard.store.log.CaseEvents;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.process.PlaceChange;
import dev.switchboard.store.process.PlaceTransaction;
import dev.switchboard.store.process.PlacedCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one transaction does with places, in few statements however much it is about. */
final class Batch {
  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  /** When a case with which something is wrong is looked at again; others don't wait behind it. */
  private static final Duration STUCK = Duration.ofHours(1);

  /** Who has said that they have seen that a flow can't be read is not told again for so long. */
  private static final Duration QUIET = Duration.ofDays(1);

  private final PlaceTransaction tx;
  private final FlowBook flows;
  private final FlowBook.Active active;

  /** Why a flow of a brand's cases can't be read. */
  private final Map<Integer, String> unreadable = new HashMap<>();

  Batch(PlaceTransaction tx, FlowBook flows) {
    this.tx = tx;
    this.flows = flows;
    this.active = flows.active(tx.handle());
  }

  /** An event that moves a case. */
  record Moving(LoggedEvent logged, Event event) {
    long caseId() {
      return Objects.requireNonNull(logged.caseId());
    }

    /** False if it can't be followed; it would fail again for ever. */
    boolean takenBy(FollowedCase of) {
      try {
        of.take(event, logged.actor(), logged.at());
        return true;
      } catch (RuntimeException e) {
        log.error("Case {} can't follow event {}", caseId(), logged.seq(), e);
        return false;
      }
    }
  }

  /** Those of the events that move cases. */
  static List<Moving> moving(List<LoggedEvent> events) {
    List<Moving> moving = new ArrayList<>();
    for (LoggedEvent event : events) {
      try {
        CaseEvents.find(event).ifPresent(found -> moving.add(new Moving(event, found)));
      } catch (RuntimeException e) {
        // It would fail again for ever; the case is put where it stands by what comes next.
        log.error("Steps could not read event {}; it is left out", event.seq(), e);
      }
    }
    return moving;
  }

  /** Lets cases follow their events; true, since there may be more. */
  boolean follow(List<Moving> events, long through) {
    Map<Long, FollowedCase> followed = new HashMap<>();
    tx.cases(events.stream().map(Moving::caseId).distinct().toList())
        .forEach(each -> begin(each).ifPresent(of -> followed.put(each.caseId(), of)));
    for (Moving each : events) {
      FollowedCase of = followed.get(each.caseId());
      if (of != null && !each.takenBy(of)) {
        followed.remove(each.caseId());
      }
    }
    tx.write(changes(followed.values(), of -> of.settle(through)), through);
    if (!events.isEmpty()) {
      tellUnreadable(events.getLast().logged().at());
    }
    return true;
  }

  /**
   * Lets time decide; cases that have moved since {@code through} are left for that.
   *
   * @return whether there may be more
   */
  boolean look(Instant now, int limit, long through) {
    List<FollowedCase> looked = new ArrayList<>();
    Set<Long> stuck = new TreeSet<>();
    for (PlacedCase each : tx.due(now, limit)) {
      if (each.lastMoved() <= through) {
        stuck.add(each.caseId());
        begin(each).ifPresent(looked::add);
      }
    }
    List<PlaceChange> changes = changes(looked, of -> of.look(now));
    changes.forEach(change -> stuck.remove(change.caseId()));
    tx.lookLater(stuck, now.plus(STUCK));
    tx.write(changes, through);
    tellUnreadable(now);
    return looked.size() == limit;
  }

  /** Gives places to cases that were there before; false if none is left. */
  boolean adopt(Instant now, int limit, long through) {
    List<PlacedCase> taken = tx.takeUnplaced(limit);
    List<FollowedCase> adopted = new ArrayList<>();
    for (PlacedCase each : taken) {
      if (each.place() == null) {
        begin(each).ifPresent(adopted::add);
      }
    }
    tx.write(changes(adopted, of -> of.look(now)), through);
    tellUnreadable(now);
    return tx.isAnyUnplaced();
  }

  /** Says of brands whose cases go on without their flow that they do. */
  private void tellUnreadable(Instant now) {
    unreadable.forEach(
        (brand, problem) ->
            BrandAlarm.raise(tx.handle(), brand, FLOW_UNREADABLE, problem, now.minus(QUIET), now));
  }

  /** Empty if there is no such flow: others don't wait for that. */
  private Optional<FollowedCase> begin(PlacedCase each) {
    CasePlace place = each.place();
    try {
      FlowKey key = place == null ? active.key(each.brandId()) : place.flow();
      flows.findProblem(key).ifPresent(problem -> unreadable.putIfAbsent(each.brandId(), problem));
      return Optional.of(new FollowedCase(each, flows.get(key)));
    } catch (RuntimeException e) {
      log.error("Case {} can't go on in its flow", each.caseId(), e);
      return Optional.empty();
    }
  }

  /** What becomes of cases; those that can't go on are left out, for ever failing again. */
  private static List<PlaceChange> changes(
      Collection<FollowedCase> cases, Consumer<FollowedCase> last) {
    List<PlaceChange> changes = new ArrayList<>();
    for (FollowedCase each : cases) {
      try {
        last.accept(each);
        each.change().ifPresent(changes::add);
      } catch (RuntimeException e) {
        log.error("Case {} can't go on in its flow", each.caseId(), e);
      }
    }
    return changes;
  }
}
