package dev.switchboard.server.process;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.AboutOffers;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.ForTheLog;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.ProcessDecision;
import dev.switchboard.engine.process.ProcessOutcome;
import dev.switchboard.engine.process.Projection;
import dev.switchboard.engine.process.Told;
import dev.switchboard.store.process.PlaceChange;
import dev.switchboard.store.process.PlaceJson;
import dev.switchboard.store.process.PlacedCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case's way through a batch of events, or of time. For one use, one thread. */
final class FollowedCase {
  private final PlacedCase found;
  private final Flow flow;
  private final Projection projection;
  private final List<PlaceChange.Told> events = new ArrayList<>();

  /** As it was, for the exceptions that follow from what has changed since. */
  private @Nullable CasePlace before;

  private @Nullable CasePlace place;
  private @Nullable Instant lookAgainAt;
  private Instant now;
  private ProcessDecision.@Nullable Escalated called;

  /**
   * @param flow on which it runs; if it has no place yet, or one in a flow that can't be read any
   *     more, on which it begins
   */
  FollowedCase(PlacedCase found, Flow flow) {
    this.found = found;
    this.flow = flow;
    this.projection = new Projection(flow);
    this.before = found.place();
    this.place = before != null && before.flow().equals(flow.key()) ? before : null;
    this.now = found.seenAt() == null ? Instant.EPOCH : found.seenAt();
  }

  long caseId() {
    return found.caseId();
  }

  /** Takes what an event tells; events of a case come in their order. */
  void take(Event event, @Nullable String actor, Instant at) {
    pass(at);
    CasePlace from = place == null ? findPlace(event) : place;
    if (from == null) {
      return;
    }
    if (event instanceof AboutOffers.OfferMade offer) {
      apply(projection.offered(from, offer.to(), now));
      return;
    }
    if (event instanceof AboutClaims.Paused pause) {
      WaitingOn on = WaitingOn.find(pause.waitingOn()).orElse(WaitingOn.COMPANY);
      apply(projection.paused(from, pause.person(), on, now));
      return;
    }
    if (event instanceof AboutClaims.Resumed) {
      apply(projection.resumed(from, actor, now));
      return;
    }
    Lifecycle here = flow.getStep(from.step()).state();
    Told.of(event, here, actor, at).ifPresent(told -> apply(projection.on(from, told, now)));
  }

  /** Begins, or is put where it was: a case may be older than places are. */
  private @Nullable CasePlace findPlace(Event event) {
    return switch (event) {
      case Event.CaseOpened(var askedAt, _, var history) -> {
        if (!history) {
          apply(projection.begin(askedAt, now));
        }
        yield null;
      }
      case Event.CaseReopened _ -> {
        apply(projection.begin(now, now));
        yield null;
      }
      // What comes before the opening, or is over, has no place.
      case Event.PostReceived _, AboutOffers _ -> null;
      case Event.CaseClosed _ when before == null -> null;
      default -> {
        adopt(Lifecycle.WAITING, null, now);
        yield place;
      }
    };
  }

  /**
   * Gives a place to a case that was there before places were, or whose own is of no use; nobody is
   * told. What was raised of that is over.
   */
  private void adopt(Lifecycle state, @Nullable String holder, Instant at) {
    pass(at);
    ProcessOutcome.Done done =
        projection.look(projection.adopt(found.askedAt(), state, holder, now), now);
    before = before == null ? done.place() : before;
    place = done.place();
    lookAgainAt = done.lookAgainAt();
  }

  /** Lets time decide; a case without a place that can be read is given one. */
  void look(Instant at) {
    pass(at);
    if (place == null) {
      adopt(found.state(), found.holder(), at);
    } else {
      apply(projection.look(place, now));
    }
  }

  /**
   * Puts it where it stands, if its events have told otherwise.
   *
   * @param through how far the log has been followed; what has moved it since will be followed
   */
  void settle(long through) {
    if (place != null && found.lastMoved() <= through && !projection.isIn(place, found.state())) {
      apply(projection.settle(place, found.state(), found.holder(), now));
    }
  }

  private void pass(Instant at) {
    now = at.isAfter(now) ? at : now;
  }

  private void apply(ProcessOutcome.Done done) {
    place = done.place();
    lookAgainAt = done.lookAgainAt();
    for (ProcessDecision decision : done.decisions()) {
      if (decision instanceof ProcessDecision.Escalated escalated) {
        called = escalated;
      }
      ForTheLog.of(decision).ifPresent(event -> events.add(new PlaceChange.Told(event, now)));
    }
  }

  /** What is to be written; empty if it has no place. */
  Optional<PlaceChange> change() {
    CasePlace then = place;
    if (then == null) {
      return Optional.empty();
    }
    BusinessHours hours = flow.deadlines().hours();
    PlaceTroubles troubles = PlaceTroubles.between(before, then, called, hours);
    return Optional.of(
        new PlaceChange(
            found.caseId(),
            found.brandId(),
            then,
            flow.getStep(then.step()).state(),
            NextDue.of(then.deadlines(), hours),
            PlaceJson.write(then, deadline -> deadline.dueAt(hours)),
            lookAgainAt,
            now,
            events,
            troubles.cleared(),
            troubles.raised()));
  }
}
