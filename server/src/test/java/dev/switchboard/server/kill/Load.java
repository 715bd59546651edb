package dev.switchboard.server.kill;

import dev.switchboard.server.api.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Eight clients that post and eight agents that claim and reply, until stopped. */
final class Load implements AutoCloseable {
  private static final int POSTERS = 8;
  private static final int AGENTS = 8;
  private static final Duration STOP_WAIT = Duration.ofSeconds(120);

  private final ApiClient api;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  private Load(int port) {
    this.api = new ApiClient(port, Duration.ofSeconds(15));
  }

  static Load start(int port, Ledger ledger, long seed) {
    Load load = new Load(port);
    for (int i = 0; i < POSTERS; i++) {
      load.run("poster-" + i, new Poster(i, load.api, ledger, seed + i, () -> load.running));
    }
    for (int i = 0; i < AGENTS; i++) {
      load.run("agent-" + i, new Agent(i, load.api, ledger, seed + 100 + i, () -> load.running));
    }
    return load;
  }

  private void run(String name, Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(work));
  }

  /** Lets everybody finish what they are at; false if somebody did not in time. */
  boolean stop() throws InterruptedException {
    running = false;
    boolean ended = true;
    for (Thread thread : threads) {
      ended &= thread.join(STOP_WAIT);
    }
    return ended;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    threads.forEach(Thread::interrupt);
    api.close();
  }
}
