package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.BenchServer;
import dev.switchboard.bench.server.LeanHttp;
import dev.switchboard.bench.server.Posts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * (d) From a post's request to its event on a stream, while other posts come in at half the peak
 * rate: probes of a brand of their own, one at a time, each timed to its event.
 */
final class PostToScreen {
  private static final int BATCH_POSTS = 200;
  private static final int LOAD_CONNECTIONS = 8;

  private PostToScreen() {}

  static void run(double rate, int probes) throws IOException, InterruptedException {
    try (BenchServer server = BenchServer.start();
        ExecutorService load = Executors.newFixedThreadPool(LOAD_CONNECTIONS)) {
      Load.seconds(
          server.port(),
          "/api/v1/posts",
          BatchIntake.bodies(new Posts(8, "w-"), 60_000, 1_000),
          LOAD_CONNECTIONS);
      AtomicBoolean stop = new AtomicBoolean();
      for (int i = 0; i < LOAD_CONNECTIONS; i++) {
        int lane = i;
        load.submit(() -> keepUp(server.port(), lane, rate / LOAD_CONNECTIONS, stop));
      }
      long before = server.count("posts");
      long start = System.nanoTime();
      double[] millis = probe(server.port(), probes);
      double seconds = (System.nanoTime() - start) / 1e9;
      double reached = (server.count("posts") - before) / seconds;
      stop.set(true);
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "(d) post to screen at %.0f posts/s (asked %.0f): p50 %.1f ms, p99 %.1f ms, max %.1f ms,"
              + " %d probes; target p99 under 250 ms%n",
          reached,
          rate,
          millis[probes / 2],
          millis[(int) (probes * .99)],
          millis[probes - 1],
          probes);
    }
  }

  /** Sends batches at a steady rate, catching up when late. */
  private static Void keepUp(int port, int lane, double rate, AtomicBoolean stop)
      throws IOException, InterruptedException {
    Posts posts = new Posts(900 + lane, "l" + lane + "-");
    long start = System.nanoTime();
    try (LeanHttp http = new LeanHttp(port)) {
      for (long sent = 0; !stop.get(); sent += BATCH_POSTS) {
        long due = start + (long) (sent / rate * 1e9);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        int status = http.post("/api/v1/posts", posts.lines(BATCH_POSTS, Instant.now()));
        if (status != 200 && status != 429) {
          throw new IOException("the server answered " + status);
        }
      }
    }
    return null;
  }

  private static double[] probe(int port, int probes) throws IOException {
    double[] millis = new double[probes];
    try (LeanHttp http = new LeanHttp(port);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/events?brand=probe HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader events =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      awaitLine(events, ":");
      for (int i = 0; i < probes; i++) {
        byte[] body =
            ("{\"id\":\"probe%d\",\"channel\":\"x:@probe\",\"author\":\"u%d\",\"text\":\"lovely"
                    + " morning\",\"createdAt\":\"%s\"}")
                .formatted(i, i, Instant.now())
                .getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        http.post("/api/v1/posts", body);
        awaitLine(events, "data: ");
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return millis;
  }

  private static void awaitLine(BufferedReader events, String start) throws IOException {
    for (String line = events.readLine(); ; line = events.readLine()) {
      if (line == null) {
        throw new IOException("the stream ended");
      }
      if (line.startsWith(start) && (start.equals(":") || line.contains("\"post.received\""))) {
        return;
      }
    }
  }
}
