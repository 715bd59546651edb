package dev.switchboard.engine.routing;

import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.MayTake;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** People who fit the same cases. Exists while it has members. */
final class Crew {
  final Traits traits;

  /**
   * As flows see each of them: made once, since it is asked whenever something new is asked for.
   */
  private final Actor actor;

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
    this.actor = traits.actor();
    this.number = number;
  }

  /** Whether they can take such a case, and the flow lets them. */
  boolean fit(Needs needs) {
    return traits.fit(needs) && fitStep(needs);
  }

  /** Whether the flow lets them. */
  boolean fitStep(Needs needs) {
    return isLetBy(needs.who());
  }

  boolean isLetBy(MayTake who) {
    return who.has(actor);
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
