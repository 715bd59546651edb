package dev.switchboard.server.routing;

import dev.switchboard.engine.routing.RoutingInput.Standing;
import dev.switchboard.store.people.RosterReads;
import dev.switchboard.store.people.RosterReads.OnRoster;
import dev.switchboard.store.routing.OfferState;
import dev.switchboard.store.routing.RoutedCase;
import dev.switchboard.store.routing.RoutingReads;
import dev.switchboard.store.routing.RoutingReads.LateOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings a router that begins to where the company is: who is on the roster, what they hold, which
 * offers stand, and what waits. A few statements, however much there is.
 */
final class Loading {
  private final RoutingReads reads;
  private final RosterReads roster;
  private final Duration notAgainWithin;

  Loading(RoutingReads reads, RosterReads roster, Duration notAgainWithin) {
    this.reads = reads;
    this.roster = roster;
    this.notAgainWithin = notAgainWithin;
  }

  /** What is known of a case's offers. */
  private static final class Offers {
    final Map<String, Instant> notTo = new HashMap<>();
    @Nullable LateOffer open;

    @Nullable Standing standing() {
      return open == null ? null : new Standing(open.person(), open.until());
    }
  }

  /**
   * Tells a router all of it.
   *
   * @param written called now and then, to write what has been decided so far
   * @return false if nobody is on the roster, so that there is nothing to tell
   */
  boolean into(LiveRouter router, Instant now, Runnable written) {
    router.setNow(now);
    List<OnRoster> people = roster.all();
    if (people.isEmpty()) {
      return false;
    }
    router.setQuiet(true);
    people.forEach(router::person);
    cases(router, now, written);
    reads.unroutable().stream()
        .filter(id -> !router.isUnroutable(id))
        .forEach(id -> router.plan().cleared(id));
    router.setQuiet(false);
    return true;
  }

  private void cases(LiveRouter router, Instant now, Runnable written) {
    Map<Long, Offers> offers = offers(now);
    List<RoutedCase> waiting = new ArrayList<>();
    reads.open(
        row -> {
          if (row.isWaiting()) {
            waiting.add(row);
          } else {
            router.caseIs(row, null);
            taken(router, row, offers.remove(row.id()));
          }
        });
    // Who has offers already has less room for more.
    for (RoutedCase row : waiting) {
      Offers of = offers.get(row.id());
      if (of != null && of.open != null) {
        router.resumed(row, of.notTo, of.standing());
        offers.remove(row.id());
      }
      written.run();
    }
    for (RoutedCase row : waiting) {
      if (!router.waits(row.id())) {
        Offers of = offers.remove(row.id());
        router.resumed(row, of == null ? Map.of() : of.notTo, null);
        written.run();
      }
    }
    offers.forEach((id, of) -> over(router, id, of));
  }

  private Map<Long, Offers> offers(Instant now) {
    Map<Long, Offers> byCase = new HashMap<>();
    for (LateOffer offer : reads.offers(now.minus(notAgainWithin))) {
      Offers of = byCase.computeIfAbsent(offer.caseId(), _ -> new Offers());
      if (offer.state() == OfferState.OPEN) {
        of.open = offer;
      } else {
        of.notTo.put(offer.person(), offer.until().plus(notAgainWithin));
      }
    }
    return byCase;
  }

  /** Somebody holds the case that was on offer. */
  private static void taken(LiveRouter router, RoutedCase row, @Nullable Offers of) {
    if (of == null || of.open == null) {
      return;
    }
    boolean theirs = of.open.person().equals(row.holder());
    router
        .plan()
        .ended(
            row.id(),
            of.open.person(),
            theirs ? OfferState.ACCEPTED : OfferState.WITHDRAWN,
            theirs ? null : "takenByHand");
  }

  /** The case that was on offer needs nobody now. */
  private static void over(LiveRouter router, long id, Offers of) {
    if (of.open != null) {
      router.plan().ended(id, of.open.person(), OfferState.WITHDRAWN, "caseGone");
    }
  }
}
