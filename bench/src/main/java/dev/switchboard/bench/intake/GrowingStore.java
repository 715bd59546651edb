package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.BenchServer;
import dev.switchboard.bench.server.Posts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * (b) What intake keeps of its rate as the store grows, beside what bare COPY keeps: the rate
 * between the ninth tenth and the end, over the rate of the second tenth.
 */
final class GrowingStore {
  private GrowingStore() {}

  static void run(int posts) throws IOException, InterruptedException {
    int chunks = posts / BatchIntake.BATCH_POSTS;
    int tenth = chunks / 10;
    try (BenchServer server = BenchServer.start()) {
      Posts source = new Posts(7, "g-");
      double[] intake = new double[10];
      for (int part = 0; part < 10; part++) {
        List<byte[]> bodies =
            BatchIntake.bodies(source, tenth * BatchIntake.BATCH_POSTS, BatchIntake.BATCH_POSTS);
        intake[part] =
            rate(
                tenth,
                Load.seconds(server.port(), "/api/v1/posts", bodies, BatchIntake.CONNECTIONS));
      }
      double[] copy = new double[10];
      try (CopyPeer peer = new CopyPeer(server, chunks)) {
        server.empty();
        for (int part = 0; part < 10; part++) {
          copy[part] = rate(tenth, peer.seconds(part * tenth, (part + 1) * tenth, 2));
        }
      }
      print("(b) intake, by tenth", intake);
      print("(b) bare COPY, by tenth", copy);
      double kept = intake[9] / intake[1];
      double limit = copy[9] / copy[1];
      System.out.printf(
          Locale.ROOT,
          "(b) intake keeps %.3f, bare COPY keeps %.3f: ratio %.3f, target .95%n",
          kept,
          limit,
          kept / limit);
    }
  }

  private static double rate(int chunks, double seconds) {
    return chunks * BatchIntake.BATCH_POSTS / seconds;
  }

  private static void print(String what, double[] rates) {
    StringBuilder line = new StringBuilder(what).append(':');
    for (double rate : rates) {
      line.append(String.format(Locale.ROOT, " %.0f", rate));
    }
    System.out.println(line.append(" posts/s"));
  }
}
