package dev.switchboard.bench.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.routing.Following;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.store.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * How long routing takes from what is in the log to what is committed, on a full floor over the
 * embedded PostgreSQL, which waits for the disk. Arguments: how many people, how many waiting
 * cases.
 */
public final class RoutingBench {
  private static final int PEOPLE = 10_000;
  private static final int WAITING = 100_000;
  private static final int WARM_UP_ROUNDS = 700;
  private static final int ROUNDS = 2_000;

  /** As many as come within the moment in which events are gathered, on a busy day and more. */
  private static final int[] AT_ONCE = {1, 10, 100};

  private final AtomicInteger statements = new AtomicInteger();
  private final Jdbi jdbi;
  private final FullFloor floor;
  private final Following following;

  private RoutingBench(Database database, int people, int waiting) throws InterruptedException {
    jdbi = database.byKey();
    jdbi.useHandle(h -> h.execute("CREATE TABLE least_commit AS SELECT 0 AS n"));
    floor = new FullFloor(database.jdbi());
    long began = System.nanoTime();
    floor.fill(people, waiting);
    System.out.printf(
        Locale.ROOT,
        "%,d people who hold %,d cases, %,d more wait; written in %.1f s%n",
        people,
        people * FullFloor.CAPACITY,
        waiting,
        seconds(began));
    began = System.nanoTime();
    following =
        Following.alone(
            jdbi,
            FlowBook.open(database.jdbi(), Instant.now()),
            RoutingSettings.DEFAULT,
            CaseWeights.DEFAULT,
            InstantSource.system());
    System.out.printf(
        Locale.ROOT, "a process that begins to route loads in %.1f s%n", seconds(began));
    jdbi.getConfig(SqlStatements.class).setSqlLogger(counter());
  }

  private SqlLogger counter() {
    return new SqlLogger() {
      @Override
      public void logBeforeExecution(StatementContext context) {
        statements.incrementAndGet();
      }
    };
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : PEOPLE;
    int waiting = args.length > 1 ? Integer.parseInt(args[1]) : WAITING;
    Path folder = Files.createTempDirectory("switchboard-bench");
    try (Database database = Database.embedded(folder.resolve("postgres"))) {
      RoutingBench bench = new RoutingBench(database, people, waiting);
      for (int atOnce : AT_ONCE) {
        // Each person is freed once at most.
        bench.measure(atOnce, Math.min(ROUNDS, people * 45 / 100 / atOnce));
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure(int atOnce, int rounds) {
    int warmUp = Math.min(WARM_UP_ROUNDS, rounds / 3);
    double[] millis = new double[rounds - warmUp];
    double[] commits = new double[rounds - warmUp];
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int round = 0; round < rounds; round++) {
      floor.close(atOnce);
      int before = statements.get();
      long offers = following.offers();
      long began = System.nanoTime();
      following.follow();
      double took = (System.nanoTime() - began) / 1e6;
      long made = following.offers() - offers;
      int did = statements.get() - before;
      double commit = leastCommit();
      if (round >= warmUp) {
        commits[round - warmUp] = commit;
        millis[round - warmUp] = took / Math.max(1, made);
        least = Math.min(least, did);
        most = Math.max(most, did);
      }
      floor.acceptAll();
      following.follow();
    }
    Arrays.sort(millis);
    Arrays.sort(commits);
    System.out.printf(
        Locale.ROOT,
        "%3d freed at once, %d times: a decision, with its share of reading and of the commit:"
            + " median %.3f ms, 99 %% %.3f ms; %d to %d statements for all, and one of several"
            + " parts that writes%n",
        atOnce,
        millis.length,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        least,
        most);
    System.out.printf(
        Locale.ROOT,
        "    the limit beside it, one statement that changes one row, and its commit: median %.3f ms%n",
        commits[commits.length / 2]);
  }

  /** What the disk and PostgreSQL take at least, however little there is to write. */
  private double leastCommit() {
    long began = System.nanoTime();
    jdbi.useHandle(h -> h.execute("UPDATE least_commit SET n = n + 1"));
    return (System.nanoTime() - began) / 1e6;
  }
}
