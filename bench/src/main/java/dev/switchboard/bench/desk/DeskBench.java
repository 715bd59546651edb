package dev.switchboard.bench.desk;

import dev.switchboard.bench.server.BenchServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Agents at work while posts come in, on the same cores as the server: each has an open console
 * stream, takes cases, types and answers. Arguments: {@code short} for one minute instead of ten,
 * {@code hurried} for people faster than there are, {@code offers} if they are in the directory and
 * take what routing offers them, and how many they are.
 */
public final class DeskBench {
  private static final int AGENTS = 500;
  private static final int POSTS_PER_SECOND = 200;
  private static final Duration WHOLE = Duration.ofMinutes(10);
  private static final Duration BRIEF = Duration.ofMinutes(1);

  /** In the first minute everybody arrives, then the JVM compiles; that is not measured. */
  private static final Duration WARM_UP = Duration.ofSeconds(120);

  private DeskBench() {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Set<String> which = new TreeSet<>(Set.of(args));
    Duration length = which.remove("short") ? BRIEF : WHOLE;
    Pace pace = which.remove("hurried") ? Pace.HURRIED : Pace.QUICK;
    boolean offered = which.remove("offers");
    int agents = which.isEmpty() ? AGENTS : Integer.parseInt(which.iterator().next());
    try (BenchServer server = BenchServer.start()) {
      if (offered) {
        server.bring(IntStream.range(0, agents).mapToObj(SimulatedAgent::name).toList());
      }
      run(server, agents, pace, length, offered);
    }
  }

  private static void run(
      BenchServer server, int agents, Pace pace, Duration length, boolean offered)
      throws IOException, InterruptedException, ExecutionException {
    Tally tally = new Tally();
    Shift shift = new Shift(System.nanoTime(), WARM_UP, length);
    // The executor waits for those who read: they end when what they read is closed, before it.
    try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
        LogWatch log = new LogWatch(server.port())) {
      desks.submit(log);
      Future<Void> feed = desks.submit(new PostFeed(server.port(), POSTS_PER_SECOND, shift));
      List<Future<ConsoleStream>> streams = new ArrayList<>();
      for (int i = 0; i < agents; i++) {
        SimulatedAgent agent = new SimulatedAgent(server.port(), i, pace, shift, tally, offered);
        streams.add(desks.submit(agent));
      }
      List<ConsoleStream> seen = new ArrayList<>();
      for (Future<ConsoleStream> stream : streams) {
        seen.add(stream.get());
      }
      feed.get();
      Verdict.print(agents, shift, tally, seen, server, log);
      if (offered) {
        server.printOffers();
      }
    }
  }
}
