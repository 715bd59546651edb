package dev.switchboard.engine.triage.tool;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Posts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Posts a second of the whole decision on one thread, and bytes a post: {@code DecideSpeed CSV}.
 */
final class DecideSpeed {
  private static final int ROUNDS = 15;
  private static final int POSTS_PER_ROUND = 100_000;

  private DecideSpeed() {}

  public static void main(String[] args) throws IOException {
    Table table = Table.read(Path.of(args[0]));
    int text = table.column("text");
    List<Post> posts = table.rows().stream().map(r -> Posts.mention(r.get(text))).toList();
    DefaultTriage triage = DefaultTriage.load();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] rates = new double[ROUNDS];
    double help = 0;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      for (int i = 0; i < POSTS_PER_ROUND; i++) {
        help += triage.decide(posts.get(i % posts.size())).probability();
      }
      rates[round] = POSTS_PER_ROUND * 1e9 / (System.nanoTime() - start);
      bytes = (threads.getCurrentThreadAllocatedBytes() - allocated) / POSTS_PER_ROUND;
    }
    Arrays.sort(rates);
    System.out.printf(
        "%,.0f posts/s (median), %,.0f (best), %d bytes a post with its decision; mean p %.3f%n",
        rates[ROUNDS / 2], rates[ROUNDS - 1], bytes, help / ROUNDS / POSTS_PER_ROUND);
  }
}
