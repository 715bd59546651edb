package dev.switchboard.engine.routing;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A case on its way to a person, or with one. */
final class Routed {
  static final Comparator<Routed> OLDEST_FIRST =
      Comparator.<Routed, Instant>comparing(routed -> routed.since)
          .thenComparingLong(routed -> routed.id);
  static final Comparator<Routed> NEWEST_OFFER_FIRST =
      Comparator.<Routed, Instant>comparing(routed -> routed.until)
          .thenComparingLong(routed -> routed.id)
          .reversed();
  static final Comparator<Routed> DUE_FIRST =
      Comparator.<Routed, Instant>comparing(routed -> routed.due)
          .thenComparingLong(routed -> routed.id);

  /** So many people are remembered as not to be asked again; the one to be asked first goes. */
  static final int MAX_TRIED = 50;

  /** Where it is. */
  enum Place {
    /** Being placed, within one input. */
    NOWHERE,
    QUEUED,
    /** For the previous agent, until {@link Routed#until}. */
    KEPT,
    /** Until {@link Routed#until}. */
    OFFERED,
    HELD
  }

  /** Which exception is raised. */
  enum Raised {
    NO,
    NOBODY_COULD,
    NOBODY_THERE
  }

  final long id;

  /** Null while it is only known to be held. */
  @Nullable WaitingCase waiting;

  Instant since = Instant.EPOCH;
  double sinceSeconds;
  double costDivisor = 1;
  int allowedClass;
  int handlingClass;
  int weight = 1;
  int step;
  Place place = Place.NOWHERE;
  @Nullable Agent agent;
  @Nullable CaseQueue queue;
  Instant until = Instant.MAX;

  /** When it is to be looked at again; {@link Instant#MAX}: not by time. */
  Instant due = Instant.MAX;

  Raised raised = Raised.NO;
  private SortedMap<String, Instant> tried = Collections.emptySortedMap();

  Routed(long id) {
    this.id = id;
  }

  void know(WaitingCase told) {
    waiting = told;
    since = told.since();
    sinceSeconds = DelayCost.seconds(told.since());
    costDivisor = DelayCost.divisor(told);
    allowedClass = CaseQueue.lengthClass(told.allowed());
    handlingClass = CaseQueue.lengthClass(told.handling());
  }

  WaitingCase waiting() {
    if (waiting == null) {
      throw new IllegalStateException("case " + id + " is only known to be held");
    }
    return waiting;
  }

  Agent agent() {
    if (agent == null) {
      throw new IllegalStateException("case " + id + " is with nobody");
    }
    return agent;
  }

  SortedMap<String, Instant> tried() {
    return tried;
  }

  boolean wasTried(String agent) {
    return tried.containsKey(agent);
  }

  void notTo(String agent, Instant until) {
    if (tried.isEmpty()) {
      tried = new TreeMap<>();
    }
    tried.put(agent, until);
    if (tried.size() > MAX_TRIED) {
      tried.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .ifPresent(tried::remove);
    }
  }

  /** Forgets who may be asked again by now. */
  void forgetTried(Instant now) {
    if (!tried.isEmpty()) {
      tried.values().removeIf(until -> !until.isAfter(now));
    }
  }
}
