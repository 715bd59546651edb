package dev.switchboard.bench.server;

import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.people.Staff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** A server with a durable database of its own in a fresh folder, gone when it is closed. */
public final class BenchServer implements AutoCloseable {
  /** What a post becomes, in the order in which it is written. */
  public static final List<String> TABLES =
      List.of("authors", "conversations", "posts", "cases", "events");

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int MAX_SETTLE_LOOKS = 600;

  private static final int KEPT_REPLIES = 1_000;

  private final Path folder;
  private final RunningServer server;
  private final MemoryNetwork network;

  private BenchServer(Path folder, RunningServer server, MemoryNetwork network) {
    this.folder = folder;
    this.server = server;
    this.network = network;
  }

  public static BenchServer start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("switchboard-bench");
    MemoryNetwork network = new MemoryNetwork(InstantSource.system(), 1, KEPT_REPLIES);
    Settings settings = new Settings(folder, null, 0, null, CasePolicy.DEFAULT);
    return new BenchServer(
        folder, RunningServer.start(settings, _ -> network, InstantSource.system()), network);
  }

  public int port() {
    return server.port();
  }

  /** What customers would see. */
  public MemoryNetwork network() {
    return network;
  }

  public Jdbi jdbi() {
    return server.switchboard().database().jdbi();
  }

  /** Puts people into the directory, where they work from now on, on one case at a time each. */
  public void bring(List<String> names) {
    Staff staff = server.switchboard().staff();
    for (String name : names) {
      staff.bring(name, new ProfileChange(null, null, null, null, 1, null, null, null));
      staff.setPresence(null, name, Presence.WORKING);
    }
  }

  /** Prints what became of offers, and how long after its case was opened a case was offered. */
  public void printOffers() {
    jdbi()
        .useHandle(
            h ->
                h.createQuery(
                        """
                        SELECT o.state, count(*) AS offers,
                          percentile_cont(ARRAY[.5, .99]) WITHIN GROUP (
                            ORDER BY extract(epoch FROM o.made_at - c.opened_at) * 1000) AS after
                        FROM offers o JOIN cases c ON c.id = o.case_id GROUP BY 1 ORDER BY 1
                        """)
                    .map(
                        (row, _) ->
                            "offers %s: %d, made after the case was opened: median and 99 %% in ms %s"
                                .formatted(
                                    row.getString("state"),
                                    row.getLong("offers"),
                                    row.getString("after")))
                    .forEach(System.out::println));
  }

  public long count(String table) {
    return jdbi()
        .withHandle(h -> h.createQuery("SELECT count(*) FROM " + table).mapTo(long.class).one());
  }

  /** Waits until the server has followed its own log to the end, so that nobody writes. */
  public void settle() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/metrics")).build();
      for (int look = 0; look < MAX_SETTLE_LOOKS; look++) {
        Thread.sleep(LOOK_EVERY);
        String metrics = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (metrics.lines().anyMatch("switchboard_incidents_lag_seconds 0.0"::equals)) {
          return;
        }
      }
    }
    throw new IllegalStateException("the server did not come to rest");
  }

  /** Empties the tables and lets the database settle, so that the next run starts even. */
  public void empty() {
    jdbi()
        .useHandle(
            h -> {
              h.execute(
                  "TRUNCATE awaited_parents, replies, claims, drafts, notes, exceptions, cases");
              for (String table : TABLES) {
                h.execute("TRUNCATE " + table + " CASCADE");
              }
              h.execute("CHECKPOINT");
            });
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
