package dev.switchboard.server.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.log.EventLog;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.people.RosterReads;
import dev.switchboard.store.people.RosterReads.OnRoster;
import dev.switchboard.store.routing.RoutedCase;
import dev.switchboard.store.routing.RoutingOutcome;
import dev.switchboard.store.routing.RoutingReads;
import dev.switchboard.store.routing.RoutingStore;
import dev.switchboard.store.routing.RoutingStore.NotLooking;
import dev.switchboard.store.routing.RoutingStore.ShiftOver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * One term of routing: loads what there is, then follows the log and the clock, and writes what is
 * decided. All that it remembers can be read again, so after an exception another term begins. One
 * thread.
 */
public final class Following {
  static final int MAX_BATCH_EVENTS = 500;

  /** While it loads, it writes whenever it has decided on so many cases. */
  private static final int MAX_WRITE_CASES = 1_000;

  private static final int MAX_LOOKS = 500;

  /** A router's time only goes on; once the clock was set back by more, another one begins. */
  private static final Duration MAX_BACK = Duration.ofSeconds(10);

  /** Events that are older are taken to have happened now. */
  private static final Duration MAX_LAG = Duration.ofSeconds(1);

  private final RoutingReads reads;
  private final RosterReads roster;
  private final RoutingStore store;
  private final InstantSource clock;
  private final Runnable committed;
  private final RoutingMeters meters;
  private final long term;
  private final LogReader reader;
  private final LiveRouter router;

  /** Then it waits for the first person, and what happens to cases is nothing to it. */
  private final boolean nobodyToAsk;

  /** The latest time that it has looked at. */
  private Instant latest;

  private Following(
      Jdbi jdbi,
      FlowBook flows,
      RoutingSettings settings,
      CaseWeights weights,
      InstantSource clock,
      Runnable committed,
      RoutingMeters meters)
      throws InterruptedException {
    this.reads = new RoutingReads(jdbi);
    this.roster = new RosterReads(jdbi);
    this.store = new RoutingStore(jdbi);
    this.clock = clock;
    this.committed = committed;
    this.meters = meters;
    this.term = store.beginTerm();
    // The place in the log first: what happens while it loads is heard of twice, which does no
    // harm.
    this.reader = LogReader.atEnd(new EventLog(jdbi), MAX_BATCH_EVENTS, MAX_LOOKS);
    this.router = new LiveRouter(settings, weights, new CaseTakers(flows)::of);
    this.latest = clock.instant();
    Loading loading = new Loading(reads, roster, settings.policy().notAgainWithin());
    this.nobodyToAsk = !loading.into(router, latest, this::writeIfMuch);
    write();
  }

  /**
   * One without anybody beside it, for those who measure.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for those who write
   */
  public static Following alone(
      Jdbi jdbi, FlowBook flows, RoutingSettings settings, CaseWeights weights, InstantSource clock)
      throws InterruptedException {
    RoutingMeters meters = new RoutingMeters(new SimpleMeterRegistry());
    return begin(jdbi, flows, settings, weights, clock, () -> {}, meters);
  }

  static Following begin(
      Jdbi jdbi,
      FlowBook flows,
      RoutingSettings settings,
      CaseWeights weights,
      InstantSource clock,
      Runnable committed,
      RoutingMeters meters)
      throws InterruptedException {
    return new Following(jdbi, flows, settings, weights, clock, committed, meters);
  }

  /**
   * Follows the next events, or the clock if there are none.
   *
   * @return whether there were any
   */
  public boolean follow() {
    List<LoggedEvent> events = reader.next();
    Instant now = clock.instant();
    latest = now.isAfter(latest) ? now : latest;
    if (!events.isEmpty()) {
      Instant at = events.getFirst().at();
      meters.lag(Duration.between(at, now));
      router.setNow(between(now.minus(MAX_LAG), at, now));
      tell(Touched.by(events, router::waits, router.roster()::ofTeam));
    }
    if (events.size() < MAX_BATCH_EVENTS) {
      router.setNow(now);
      router.tick();
      lookWhoHasLeft(now);
    }
    write();
    return !events.isEmpty();
  }

  private static Instant between(Instant first, Instant at, Instant last) {
    return at.isBefore(first) ? first : at.isAfter(last) ? last : at;
  }

  private void tell(Touched touched) {
    if (!touched.people().isEmpty()) {
      Map<String, OnRoster> found = new HashMap<>();
      roster.of(touched.people()).forEach(one -> found.put(one.profile().person(), one));
      for (String name : touched.people()) {
        OnRoster person = found.get(name);
        if (person == null) {
          router.gone(name);
        } else {
          router.person(person);
        }
      }
    }
    if (nobodyToAsk) {
      return;
    }
    touched.declined().forEach(no -> router.declined(no.caseId(), no.person()));
    touched.settled().forEach(router::settled);
    if (!touched.cases().isEmpty()) {
      Map<Long, RoutedCase> found = new HashMap<>();
      reads.cases(touched.cases()).forEach(row -> found.put(row.id(), row));
      for (Long id : touched.cases()) {
        RoutedCase row = found.get(id);
        if (row != null) {
          router.caseIs(row, touched.letGoBy().get(id));
        }
      }
    }
  }

  /** Whether to begin anew: the first people have come, or the clock was set back. */
  boolean isOutdated() {
    return nobodyToAsk && !router.roster().isEmpty()
        || clock.instant().isBefore(latest.minus(MAX_BACK));
  }

  private void lookWhoHasLeft(Instant now) {
    List<ShiftOver> over = router.roster().takeLeaving(now);
    if (!over.isEmpty() && store.leave(over, now) > 0) {
      committed.run();
    }
  }

  private void writeIfMuch() {
    if (router.plan().size() >= MAX_WRITE_CASES) {
      write();
    }
  }

  private void write() {
    RoutingOutcome outcome = router.plan().take(router::waits, clock.instant());
    meters.offers(router.offers());
    if (!outcome.isEmpty()) {
      store.write(term, outcome);
      committed.run();
    }
    List<NotLooking> gone = router.takeNotLooking();
    if (!gone.isEmpty() && store.setAway(gone, clock.instant()) > 0) {
      committed.run();
    }
  }

  /** How many offers were made in this term. */
  public long offers() {
    return router.offers();
  }

  /** When there is something to do, if nothing happens before. */
  Optional<Instant> findNextDue() {
    return Stream.of(router.findNextDue(), router.roster().findNextLeaving())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
