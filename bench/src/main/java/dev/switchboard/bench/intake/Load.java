package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.LeanHttp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends bodies over several connections as fast as they are answered. */
final class Load {
  private Load() {}

  /** Seconds until all bodies were answered with 200. */
  static double seconds(int port, String path, List<byte[]> bodies, int connections)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(senders.submit(() -> send(port, path, bodies, next)));
      }
      for (Future<?> sender : running) {
        sender.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static Void send(int port, String path, List<byte[]> bodies, AtomicInteger next)
      throws IOException {
    try (LeanHttp http = new LeanHttp(port)) {
      for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
        int status = http.post(path, bodies.get(i));
        if (status != 200) {
          throw new IOException("the server answered " + status);
        }
      }
    }
    return null;
  }
}
