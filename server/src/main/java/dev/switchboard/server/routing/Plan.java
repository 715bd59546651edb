package dev.switchboard.server.routing;

import dev.switchboard.engine.event.AboutOffers.NeedsRelaxed;
import dev.switchboard.engine.event.AboutOffers.OfferMade;
import dev.switchboard.engine.routing.RoutingDecision;
import dev.switchboard.engine.routing.RoutingDecision.Offered;
import dev.switchboard.engine.routing.Why;
import dev.switchboard.store.routing.OfferState;
import dev.switchboard.store.routing.RoutingOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of some decisions: what is left of them for each case when they have all
 * been taken. An offer that ends before it was written never was. One thread.
 */
final class Plan {
  private final Map<Long, OfCase> cases = new LinkedHashMap<>();

  private static final class OfCase {
    RoutingOutcome.@Nullable Ended ended;
    @Nullable Offered made;
    String whyJson = "";
    final List<NeedsRelaxed> relaxed = new ArrayList<>();
    boolean cleared;
    @Nullable String raised;
  }

  private OfCase of(long id) {
    return cases.computeIfAbsent(id, _ -> new OfCase());
  }

  /** How many cases it is about. */
  int size() {
    return cases.size();
  }

  void made(Offered offered, String whyJson) {
    OfCase one = of(offered.id());
    one.made = offered;
    one.whyJson = whyJson;
  }

  void ended(long id, String person, OfferState state, @Nullable String reason) {
    OfCase one = of(id);
    if (one.made != null && one.made.agent().equals(person)) {
      one.made = null;
    } else {
      one.ended = new RoutingOutcome.Ended(id, person, state, reason);
    }
  }

  void relaxed(RoutingDecision.Relaxed step) {
    of(step.id())
        .relaxed
        .add(
            new NeedsRelaxed(
                step.step(),
                RoutingWords.of(step.need()),
                step.from(),
                step.to(),
                RoutingWords.of(step.because())));
  }

  void raised(long id, String reason) {
    of(id).raised = reason;
  }

  void cleared(long id) {
    OfCase one = of(id);
    one.raised = null;
    one.cleared = true;
  }

  /**
   * What is to be written; this is empty then.
   *
   * @param waits whether a case still waits: then somebody can take it, where nobody could
   */
  RoutingOutcome take(LongPredicate waits, Instant at) {
    List<RoutingOutcome.Ended> ended = new ArrayList<>();
    List<RoutingOutcome.Made> made = new ArrayList<>();
    List<RoutingOutcome.Relaxed> relaxed = new ArrayList<>();
    List<RoutingOutcome.Cleared> cleared = new ArrayList<>();
    List<RoutingOutcome.Raised> raised = new ArrayList<>();
    cases.forEach(
        (id, one) -> {
          if (one.ended != null) {
            ended.add(one.ended);
          }
          if (one.made != null) {
            made.add(new RoutingOutcome.Made(id, event(one.made), one.whyJson));
          }
          one.relaxed.forEach(step -> relaxed.add(new RoutingOutcome.Relaxed(id, step)));
          if (one.cleared) {
            cleared.add(new RoutingOutcome.Cleared(id, waits.test(id) ? "routable" : "settled"));
          }
          if (one.raised != null) {
            raised.add(new RoutingOutcome.Raised(id, one.raised));
          }
        });
    cases.clear();
    return new RoutingOutcome(at, ended, made, relaxed, cleared, raised);
  }

  private static OfferMade event(Offered offered) {
    Why why = offered.why();
    // The store numbers it.
    return new OfferMade(
        0,
        offered.agent(),
        offered.expiresAt(),
        RoutingWords.of(why.rule()),
        why.people(),
        why.some(),
        why.words());
  }
}
