package dev.switchboard.server.demo;

import java.util.concurrent.atomic.LongAdder;

/** What the agents did, counted. Any thread. */
final class AgentTally {
  final LongAdder replies = new LongAdder();
  final LongAdder collisions = new LongAdder();
  final LongAdder movedOn = new LongAdder();
  final LongAdder claimsLost = new LongAdder();
  final LongAdder releases = new LongAdder();
  final LongAdder notes = new LongAdder();
  final LongAdder closed = new LongAdder();
  final LongAdder closedUnanswered = new LongAdder();
  final LongAdder failures = new LongAdder();

  AgentWork sum() {
    return new AgentWork(
        replies.sum(),
        collisions.sum(),
        movedOn.sum(),
        claimsLost.sum(),
        releases.sum(),
        notes.sum(),
        closed.sum(),
        closedUnanswered.sum(),
        failures.sum());
  }
}
