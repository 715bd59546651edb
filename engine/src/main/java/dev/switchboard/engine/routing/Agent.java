package dev.switchboard.engine.routing;

import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person on the floor. Who is known only by what they hold has no {@link #worker}. */
final class Agent {
  /** Least loaded for their capacity first, then longest idle, then by name. */
  static final Comparator<Agent> LEAST_LOADED =
      ((Comparator<Agent>) Agent::compareLoad)
          .thenComparing(agent -> agent.idleSince)
          .thenComparing(agent -> agent.name);

  /** Of those that are paused. */
  static final Comparator<Agent> PAUSE_ENDS_FIRST =
      Comparator.comparing(Agent::pauseEnd).thenComparing(agent -> agent.name);

  final String name;
  @Nullable Worker worker;
  @Nullable Crew crew;
  Instant idleSince;

  /** Since when they have been there, or not. */
  Instant presenceSince;

  int load;
  int unanswered;

  /** Offers in a row that expired; a pause in between changes nothing. */
  int unseen;

  @Nullable Instant pausedUntil;

  /** At most {@link RoutingPolicy#maxOpenOffers()}. */
  final TreeSet<Routed> offers = new TreeSet<>(Routed.NEWEST_OFFER_FIRST);

  /** That wait for this person to have room; bounded by the cases that wait. */
  final TreeSet<Routed> kept = new TreeSet<>(Routed.OLDEST_FIRST);

  Agent(String name, Instant now) {
    this.name = name;
    idleSince = now;
    presenceSince = now;
  }

  boolean isThere() {
    return worker != null && worker.presence() == Presence.WORKING;
  }

  @Nullable Integer capacity() {
    return worker == null ? null : worker.capacity();
  }

  boolean hasRoom(int weight) {
    Integer capacity = capacity();
    return capacity == null || Eligibility.hasRoom(load, weight, capacity);
  }

  boolean isAvailable(int maxOpenOffers) {
    return isThere() && pausedUntil == null && offers.size() < maxOpenOffers && hasRoom(1);
  }

  Instant pauseEnd() {
    return pausedUntil == null ? Instant.MAX : pausedUntil;
  }

  private int room() {
    Integer capacity = capacity();
    return capacity == null ? Profile.DEFAULT_CAPACITY : Math.max(1, capacity);
  }

  private static int compareLoad(Agent a, Agent b) {
    return Long.compare((long) a.load * b.room(), (long) b.load * a.room());
  }
}
