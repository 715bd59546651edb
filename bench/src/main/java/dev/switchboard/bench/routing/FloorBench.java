package dev.switchboard.bench.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.floor.Floors;
import dev.switchboard.store.database.Database;
import dev.switchboard.store.process.StepCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How long the floor takes to be read, and the counts of a flow's page, over the embedded
 * PostgreSQL: of a company with many open cases, a day behind it and offers in the air. Arguments:
 * how many people, how many open cases.
 */
public final class FloorBench {
  private static final int PEOPLE = 10_000;
  private static final int OPEN = 100_000;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 25;
  private static final int MAX_SHOWN = 70;
  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(600).toNanos();

  private final Jdbi jdbi;
  private final Map<String, List<Double>> statements = new LinkedHashMap<>();

  private FloorBench(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.getConfig(SqlStatements.class).setSqlLogger(timer());
  }

  private SqlLogger timer() {
    return new SqlLogger() {
      @Override
      public void logAfterExecution(StatementContext context) {
        String sql = context.getRenderedSql().replaceAll("\\s+", " ").strip();
        statements
            .computeIfAbsent(
                sql.substring(0, Math.min(MAX_SHOWN, sql.length())), _ -> new ArrayList<>())
            .add(context.getElapsedTime(ChronoUnit.NANOS) / 1e6);
      }
    };
  }

  public static void main(String[] args) throws IOException {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : PEOPLE;
    int open = args.length > 1 ? Integer.parseInt(args[1]) : OPEN;
    Path folder = Files.createTempDirectory("switchboard-bench");
    try (Database database = Database.embedded(folder.resolve("postgres"))) {
      int held = people * FullFloor.CAPACITY;
      FullFloor floor = new FullFloor(database.jdbi());
      floor.fill(people, Math.max(0, open - held));
      floor.liveIn();
      System.out.printf(
          Locale.ROOT,
          "%,d people hold %,d cases, %,d more wait%n",
          people,
          held,
          Math.max(0, open - held));
      FloorBench bench = new FloorBench(database.jdbi());
      bench.measure();
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure() {
    StepCounts counts = new StepCounts(jdbi);
    time(
        "the whole floor for the first time, of all brands", () -> timed(() -> floors().now(null)));
    time(
        "the whole floor for the first time, of one brand",
        () -> timed(() -> floors().now("brand 1")));
    Floors all = floors();
    time("the floor of all brands, looked at all the time", () -> later(all, null));
    Floors one = floors();
    time("the floor of one brand, looked at all the time", () -> later(one, "brand 1"));
    time("who waits how long, of all brands", () -> timed(() -> floors().waits(null)));
    time("cases by step, of a flow's page", () -> timed(() -> counts.of(new FlowKey("plain", 1))));
    time("open cases by version, of the list of flows", () -> timed(counts::open));
  }

  /** Readings are shared and kept for a while; new ones have read nothing yet. */
  private Floors floors() {
    return new Floors(jdbi, CaseWeights.DEFAULT, InstantSource.system());
  }

  /** Reads what is too old by now: not all parts are read each time. */
  private static double later(Floors floors, @Nullable String brand) {
    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    return timed(() -> floors.now(brand));
  }

  private static double timed(Runnable reading) {
    long began = System.nanoTime();
    reading.run();
    return (System.nanoTime() - began) / 1e6;
  }

  private void time(String what, DoubleSupplier reading) {
    Arrays.setAll(new double[WARM_UP], _ -> reading.getAsDouble());
    statements.clear();
    double[] millis = new double[ROUNDS];
    Arrays.setAll(millis, _ -> reading.getAsDouble());
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.1f ms, slowest of %d %.1f ms%n",
        what,
        millis[ROUNDS / 2],
        ROUNDS,
        millis[ROUNDS - 1]);
    statements.forEach(
        (sql, took) -> System.out.printf(Locale.ROOT, "  %6.1f ms  %s%n", median(took), sql));
  }

  private static double median(List<Double> some) {
    return some.stream().sorted().skip(some.size() / 2).findFirst().orElse(0.0);
  }
}
