package dev.switchboard.server.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The agents of the demo, a virtual thread each. */
final class DemoAgents implements AutoCloseable {
  private static final int MAX_AGENTS = 2_500;
  private static final Duration TO_LET_GO = Duration.ofMillis(300);
  private static final Duration TO_END = Duration.ofMillis(600);

  private final Office office;
  private final List<Thread> threads;

  /**
   * @param count 0 to 2,500
   */
  DemoAgents(Office office, int count, long seed) {
    if (count < 0 || count > MAX_AGENTS) {
      throw new IllegalArgumentException(
          "agents must be 0 to %d, not %d".formatted(MAX_AGENTS, count));
    }
    this.office = office;
    Random seeds = new Random(seed);
    this.threads =
        AgentNames.first(count).stream()
            .map(
                name ->
                    Thread.ofVirtual()
                        .name("demo agent " + name)
                        .unstarted(new DemoAgent(office, name, seeds.nextLong())))
            .toList();
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Lets agents end the cases that they hold; true if all had done so within {@code grace}. */
  boolean finish(Duration grace) throws InterruptedException {
    office.shift().finish();
    return joined(grace);
  }

  /**
   * Ends the work: who types lets go of the case, who does not is interrupted. Waits less than a
   * second, also for those who don't end.
   */
  @Override
  public void close() {
    office.shift().end();
    try {
      if (!joined(TO_LET_GO)) {
        threads.forEach(Thread::interrupt);
        var _ = joined(TO_END);
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }

  private boolean joined(Duration within) throws InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    for (Thread thread : threads) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      boolean started = thread.getState() != Thread.State.NEW;
      if (started && !thread.join(left.isPositive() ? left : Duration.ofNanos(1))) {
        return false;
      }
    }
    return true;
  }
}
