package dev.switchboard.bench.desk;

import dev.switchboard.bench.server.LeanHttp;
import dev.switchboard.bench.server.Posts;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Posts at a steady rate, catching up when late. */
final class PostFeed implements Callable<Void> {
  private static final int BATCH_POSTS = 20;
  private static final long SEED = 41;

  private final int port;
  private final double rate;
  private final Shift shift;

  PostFeed(int port, double postsPerSecond, Shift shift) {
    this.port = port;
    this.rate = postsPerSecond;
    this.shift = shift;
  }

  @Override
  public Void call() throws IOException, InterruptedException {
    Posts posts = new Posts(SEED, "p");
    long start = System.nanoTime();
    try (LeanHttp http = new LeanHttp(port)) {
      for (long sent = 0; !shift.isOver(); sent += BATCH_POSTS) {
        long wait = start + (long) (sent / rate * 1e9) - System.nanoTime();
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
}
