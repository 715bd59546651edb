package dev.switchboard.server.kill;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the server has promised, as its clients wrote it down. Any thread. */
final class Ledger {
  private final Set<String> posts = ConcurrentHashMap.newKeySet();
  private final Map<Long, Acknowledged> replies = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicLong brokenCalls = new AtomicLong();
  private final AtomicLong conflicts = new AtomicLong();

  /** A reply that was acknowledged with 202. */
  record Acknowledged(long caseId, String agent, String text) {}

  void post(String externalId) {
    posts.add(externalId);
  }

  void reply(long id, Acknowledged reply) {
    if (replies.putIfAbsent(id, reply) != null) {
      surprise("two replies were acknowledged under the number " + id);
    }
  }

  /** A call that no kill explains. */
  void surprise(String what) {
    surprises.add(what);
  }

  void brokenCall() {
    brokenCalls.incrementAndGet();
  }

  void conflict() {
    conflicts.incrementAndGet();
  }

  Set<String> posts() {
    return posts;
  }

  Map<Long, Acknowledged> replies() {
    return replies;
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  @Override
  public String toString() {
    return "%d posts and %d replies acknowledged, %d calls broken, %d conflicts"
        .formatted(posts.size(), replies.size(), brokenCalls.get(), conflicts.get());
  }
}
