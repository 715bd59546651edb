package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.BenchServer;
import dev.switchboard.bench.server.Posts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * (a) Durable intake over HTTP in NDJSON batches (stored, triaged, joined, with case and events)
 * beside a bare COPY of the rows that it wrote, into the same tables.
 */
final class BatchIntake {
  static final int BATCH_POSTS = 1_000;
  static final int CONNECTIONS = 8;
  private static final int WARM_POSTS = 60_000;

  private BatchIntake() {}

  /** The peak rate of the last run is the median of the runs, posts/s. */
  static double run(int posts, int runs) throws IOException, InterruptedException {
    double[] intake = new double[runs];
    double[] copy = new double[runs];
    double[] ratio = new double[runs];
    try (BenchServer server = BenchServer.start()) {
      for (int run = -1; run < runs; run++) {
        int count = run < 0 ? WARM_POSTS : posts;
        double rate = count / intakeSeconds(server, count, run);
        double limit = copyRate(server, count);
        server.empty();
        if (run >= 0) {
          intake[run] = rate;
          copy[run] = limit;
          ratio[run] = rate / limit;
        }
      }
    }
    Figures.print("(a) intake over HTTP", intake, "posts/s", "");
    Figures.print("(a) bare COPY of the same rows", copy, "posts/s", "");
    Figures.print("(a) intake / bare COPY", ratio, "", "target .5");
    return Figures.median(intake);
  }

  private static double intakeSeconds(BenchServer server, int posts, int run)
      throws InterruptedException {
    List<byte[]> bodies = bodies(new Posts(100 + run, "r" + run + "-"), posts, BATCH_POSTS);
    return Load.seconds(server.port(), "/api/v1/posts", bodies, CONNECTIONS);
  }

  /** The better of one and two connections. */
  private static double copyRate(BenchServer server, int posts)
      throws IOException, InterruptedException {
    try (CopyPeer peer = new CopyPeer(server, posts / BATCH_POSTS)) {
      server.empty();
      double one = peer.seconds(0, posts / BATCH_POSTS, 1);
      server.empty();
      double two = peer.seconds(0, posts / BATCH_POSTS, 2);
      return posts / Math.min(one, two);
    }
  }

  static List<byte[]> bodies(Posts posts, int count, int each) {
    Instant createdAt = Instant.now().minusSeconds(60);
    List<byte[]> bodies = new ArrayList<>(count / each);
    for (int i = 0; i < count / each; i++) {
      bodies.add(posts.lines(each, createdAt));
    }
    return bodies;
  }
}
