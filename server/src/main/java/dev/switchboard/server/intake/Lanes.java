package dev.switchboard.server.intake;

import dev.switchboard.engine.flow.Arrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Posts that wait to be committed. A brand's posts are always on one lane, in the order in which
 * they came, and a lane is with one committer at a time. Few posts go together, so that they share
 * a commit; many are split over the committers, a lane each. Any thread.
 */
final class Lanes {
  static final int COUNT = 2;
  static final int MAX_WAITING_POSTS = 100_000;
  static final int MAX_BATCH_POSTS = 10_000;

  /** Up to here, one transaction for all costs less than a second one beside it would save. */
  private static final int MAX_TOGETHER_POSTS = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Lane> lanes = new ArrayList<>();
  private boolean closed;

  Lanes() {
    for (int i = 0; i < COUNT; i++) {
      lanes.add(new Lane());
    }
  }

  /** Posts of one request, at most {@link #MAX_BATCH_POSTS}, and the promise to say of each. */
  record Submission(List<Arrival> arrivals, CompletableFuture<List<Outcome>> outcomes) {}

  /** Submissions to be committed together, of lanes that are the taker's until given back. */
  record Taken(List<Submission> submissions, List<Lane> lanes) {}

  /** What waits for one commit after the other. */
  static final class Lane {
    private final ArrayDeque<Submission> waiting = new ArrayDeque<>();
    private int waitingPosts;
    private boolean taken;

    private boolean isReady() {
      return !taken && !waiting.isEmpty();
    }

    private void takeInto(List<Submission> batch) {
      int posts = 0;
      while (!waiting.isEmpty()
          && (posts == 0 || posts + waiting.peek().arrivals().size() <= MAX_BATCH_POSTS)) {
        Submission next = waiting.remove();
        posts += next.arrivals().size();
        batch.add(next);
      }
      waitingPosts -= posts;
      taken = true;
    }
  }

  /**
   * Queues posts on a lane.
   *
   * @throws IntakeRefusal if too much is waiting, or the lanes are closed
   */
  CompletableFuture<List<Outcome>> submit(int number, List<Arrival> arrivals) throws IntakeRefusal {
    Submission submission = new Submission(arrivals, new CompletableFuture<>());
    lock.lock();
    try {
      Lane lane = lanes.get(number);
      if (closed) {
        throw IntakeRefusal.unavailable("Switchboard is stopping.");
      }
      if (lane.waitingPosts > 0 && lane.waitingPosts + arrivals.size() > MAX_WAITING_POSTS) {
        throw new IntakeRefusal(
            IntakeRefusal.Cause.BUSY,
            "%d posts are waiting to be stored; send again a little later."
                .formatted(lane.waitingPosts),
            Duration.ofSeconds(1));
      }
      lane.waiting.add(submission);
      lane.waitingPosts += arrivals.size();
      if (!share().isEmpty()) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    return submission.outcomes();
  }

  /** Waits for posts; empty once the lanes are closed and nothing is left for this taker. */
  Taken take() {
    lock.lock();
    try {
      List<Lane> mine = share();
      while (mine.isEmpty() && !isDrained()) {
        changed.awaitUninterruptibly();
        mine = share();
      }
      List<Submission> batch = new ArrayList<>();
      mine.forEach(lane -> lane.takeInto(batch));
      if (!share().isEmpty()) {
        changed.signal();
      }
      return new Taken(batch, mine);
    } finally {
      lock.unlock();
    }
  }

  /** What is to be taken now: all that is ready if it is little, else the fullest lane. */
  private List<Lane> share() {
    List<Lane> ready = lanes.stream().filter(Lane::isReady).toList();
    int posts = ready.stream().mapToInt(lane -> lane.waitingPosts).sum();
    if (posts <= MAX_TOGETHER_POSTS) {
      // While somebody commits, little becomes more: it shares the next commit.
      return lanes.stream().anyMatch(lane -> lane.taken) ? List.of() : ready;
    }
    return List.of(Collections.max(ready, Comparator.comparingInt(lane -> lane.waitingPosts)));
  }

  private boolean isDrained() {
    return closed && lanes.stream().allMatch(lane -> lane.waiting.isEmpty());
  }

  /** Others may take the lanes again. */
  void giveBack(Taken taken) {
    lock.lock();
    try {
      taken.lanes().forEach(lane -> lane.taken = false);
      if (closed) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  int waitingPosts() {
    lock.lock();
    try {
      return lanes.stream().mapToInt(lane -> lane.waitingPosts).sum();
    } finally {
      lock.unlock();
    }
  }

  /** No more posts; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
