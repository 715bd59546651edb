package dev.switchboard.engine.routing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** People who fit the same cases. Exists while it has members. */
final class Crew {
  final Traits traits;

  /** Its own among the crews that there are, from 0. */
  final int number;

  final Set<Agent> members = new HashSet<>();

  /** Those who are there, have room, and are not paused. */
  final TreeSet<Agent> available = new TreeSet<>(Agent.LEAST_LOADED);

  int there;

  /** Since when nobody of them has been there; counts only while nobody is. */
  Instant emptySince = Instant.MIN;

  Crew(Traits traits, int number) {
    this.traits = traits;
    this.number = number;
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
