package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.routing.FloorModel.Case;
import java.time.Instant;
import java.util.List;

/** What must hold on a floor after every step. */
final class FloorChecks {
  private final RoutingPolicy policy;
  private final FloorModel model;
  private final Router router;
  private Instant now = Instant.EPOCH;

  FloorChecks(RoutingPolicy policy, FloorModel model, Router router) {
    this.policy = policy;
    this.model = model;
    this.router = router;
  }

  void all(Instant at) {
    now = at;
    for (Worker worker : model.roster.values()) {
      checkPerson(worker);
    }
    model.cases.forEach(this::checkCase);
  }

  private void checkPerson(Worker worker) {
    List<Case> offers = model.with(worker.name()).filter(one -> one.offeredTo != null).toList();
    assertThat(router.load(worker.name())).isEqualTo(model.load(worker.name()));
    assertThat(offers).hasSizeLessThanOrEqualTo(policy.maxOpenOffers());
    if (!offers.isEmpty()) {
      assertThat(model.isThere(worker.name())).as("offers of %s", worker).isTrue();
      Integer capacity = worker.capacity();
      if (capacity != null && model.with(worker.name()).count() > 1) {
        assertThat(model.load(worker.name())).isLessThanOrEqualTo(capacity);
      }
    }
  }

  private void checkCase(long id, Case one) {
    CasePlace place = router.find(id).orElseThrow(() -> new AssertionError("forgotten: " + id));
    switch (place) {
      case CasePlace.HeldBy(var agent) -> {
        assertThat(one.heldBy).isEqualTo(agent);
        assertThat(one.offeredTo).isNull();
      }
      case CasePlace.OfferedTo(var agent, var until) -> {
        assertThat(one.offeredTo).isEqualTo(agent);
        assertThat(until).isAfter(now);
      }
      case CasePlace.KeptFor(var agent, var until) -> {
        assertThat(model.isThere(agent)).as("who is waited for is there").isTrue();
        assertThat(until).isAfter(now);
        Worker worker = model.getWorker(agent);
        int open = (int) model.with(agent).filter(other -> other.offeredTo != null).count();
        assertThat(
                open == policy.maxOpenOffers()
                    || !model.mayTakeNow(worker, one.waiting.needs().withSkills(List.of()))
                    || model.pausedUntil.containsKey(agent))
            .as("who is waited for has no room")
            .isTrue();
      }
      case CasePlace.Queued(var steps, var unroutable) -> checkQueued(one, steps, unroutable);
    }
  }

  private void checkQueued(Case one, int steps, boolean unroutable) {
    assertThat(one.offeredTo).isNull();
    assertThat(one.heldBy).isNull();
    assertThat(unroutable).isEqualTo(one.unroutable);
    Needs needs = policy.relaxed(one.waiting.needs(), steps);
    Needs last = policy.relaxed(one.waiting.needs(), policy.relaxations().size());
    Instant absent = Instant.MIN;
    boolean somebody = false;
    boolean there = false;
    for (Worker worker : model.roster.values()) {
      assertThat(isFree(worker) && model.mayTakeNow(worker, needs) && !wasAsked(one, worker))
          .as("%s waits though %s has room", one.waiting, worker)
          .isFalse();
      if (model.couldEver(worker, last)) {
        somebody = true;
        there |= model.isThere(worker.name());
        Instant since = model.presenceSince.getOrDefault(worker.name(), now);
        absent = since.isAfter(absent) ? since : absent;
      }
    }
    Instant silent = absent.isAfter(one.waiting.since()) ? absent : one.waiting.since();
    boolean tooLong = !silent.plus(policy.nobodyThereAfter()).isAfter(now);
    assertThat(unroutable)
        .as("an exception, not a silence: %s", one.waiting)
        .isEqualTo(!somebody || !there && tooLong);
  }

  private boolean isFree(Worker worker) {
    long open = model.with(worker.name()).filter(one -> one.offeredTo != null).count();
    return open < policy.maxOpenOffers() && !model.pausedUntil.containsKey(worker.name());
  }

  private boolean wasAsked(Case one, Worker worker) {
    return one.notTo.getOrDefault(worker.name(), Instant.MIN).isAfter(now);
  }
}
