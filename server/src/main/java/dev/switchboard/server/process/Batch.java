package dev.switchboard.server.process;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.log.CaseEvents;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.process.PlaceTransaction;
import dev.switchboard.store.process.PlacedCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one transaction does with places, in few statements however much it is about. */
final class Batch {
  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  private final PlaceTransaction tx;
  private final FlowBook flows;
  private final FlowBook.Active active;

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
    followed.values().forEach(of -> of.settle(through));
    write(List.copyOf(followed.values()), through);
    return true;
  }

  /**
   * Lets time decide; cases that have moved since {@code through} are left for that.
   *
   * @return whether there may be more
   */
  boolean look(Instant now, int limit, long through) {
    List<FollowedCase> looked = new ArrayList<>();
    for (PlacedCase each : tx.due(now, limit)) {
      if (each.lastMoved() <= through) {
        begin(each).ifPresent(looked::add);
      }
    }
    looked.forEach(each -> each.look(now));
    write(looked, through);
    return looked.size() == limit;
  }

  /** Gives places to cases that were there before; false if none is left. */
  boolean adopt(Instant now, int limit, long through) {
    List<PlacedCase> taken = tx.takeUnplaced(limit);
    List<FollowedCase> adopted = new ArrayList<>();
    for (PlacedCase each : taken) {
      if (each.place() == null) {
        begin(each)
            .ifPresent(
                of -> {
                  of.adopt(each.state(), each.holder(), now);
                  adopted.add(of);
                });
      }
    }
    write(adopted, through);
    return !taken.isEmpty();
  }

  /** Empty if its flow can't be read: others don't wait for that. */
  private Optional<FollowedCase> begin(PlacedCase each) {
    CasePlace place = each.place();
    try {
      Flow flow = place == null ? active.of(each.brandId()) : flows.get(place.flow());
      return Optional.of(new FollowedCase(each, flow));
    } catch (RuntimeException e) {
      log.error("Case {} can't go on in its flow", each.caseId(), e);
      return Optional.empty();
    }
  }

  private void write(List<FollowedCase> cases, long through) {
    tx.write(cases.stream().flatMap(each -> each.change().stream()).toList(), through);
  }
}
