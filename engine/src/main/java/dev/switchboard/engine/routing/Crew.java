package dev.switchboard.engine.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** People who fit the same cases. Exists while it has members. */
final class Crew {
  final Traits traits;
  final Set<Agent> members = new HashSet<>();

  /** Those who are there, have room, and are not paused. */
  final TreeSet<Agent> available = new TreeSet<>(Agent.LEAST_LOADED);

  /** Whose cases the members fit as they were asked for. */
  final List<CaseQueue> queues = new ArrayList<>();

  /** Whose cases they fit only since those ask for less than they did. */
  final List<CaseQueue> relaxed = new ArrayList<>();

  /** Whose cases they fit at the latest when they ask for as little as they may. */
  final List<CaseQueue> atLast = new ArrayList<>();

  int there;

  /** Since when nobody of them has been there; counts only while nobody is. */
  Instant emptySince = Instant.MIN;

  Crew(Traits traits) {
    this.traits = traits;
  }

  void lookWhoIsThere() {
    there = 0;
    emptySince = Instant.MIN;
    for (Agent member : members) {
      if (member.isThere()) {
        there++;
      } else if (member.presenceSince.isAfter(emptySince)) {
        emptySince = member.presenceSince;
      }
    }
  }
}
