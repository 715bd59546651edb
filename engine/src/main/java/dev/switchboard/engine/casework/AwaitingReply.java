package dev.switchboard.engine.casework;

import java.util.Set;

/**
 * A reply that waits for approval.
 *
 * @param writer in whose name it was written, and would go out
 * @param hands who wrote it: the writer, and whoever did so in the writer's name
 * @param seenThrough the last post that they had seen
 */
public record AwaitingReply(long id, String writer, Set<String> hands, long seenThrough) {
  public AwaitingReply {
    hands = Set.copyOf(hands);
  }

  boolean isBy(Set<String> people) {
    return people.stream().anyMatch(hands::contains);
  }
}
