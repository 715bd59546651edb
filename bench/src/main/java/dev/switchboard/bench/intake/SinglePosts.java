package dev.switchboard.bench.intake;

import dev.switchboard.bench.server.BenchServer;
import dev.switchboard.bench.server.Posts;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * (c) Single posts from 64 connections beside empty requests to the same server from the same
 * client, in turn.
 */
final class SinglePosts {
  private static final int CONNECTIONS = 64;
  private static final byte[] EMPTY = {};

  private SinglePosts() {}

  static void run(int posts, int runs) throws IOException, InterruptedException {
    double[] single = new double[runs];
    double[] empty = new double[runs];
    double[] ratio = new double[runs];
    try (BenchServer server = BenchServer.start()) {
      for (int run = -2; run < runs; run++) {
        double emptyRate =
            posts
                / Load.seconds(
                    server.port(), "/api/v1/posts", Collections.nCopies(posts, EMPTY), CONNECTIONS);
        List<byte[]> bodies = BatchIntake.bodies(new Posts(300 + run, "s" + run + "-"), posts, 1);
        double singleRate =
            posts / Load.seconds(server.port(), "/api/v1/posts", bodies, CONNECTIONS);
        if (run >= 0) {
          single[run] = singleRate;
          empty[run] = emptyRate;
          ratio[run] = singleRate / emptyRate;
        }
      }
    }
    Figures.print("(c) single posts, 64 connections", single, "posts/s", "");
    Figures.print("(c) empty requests, 64 connections", empty, "req/s", "");
    Figures.print("(c) single posts / empty requests", ratio, "", "target .4");
  }
}
