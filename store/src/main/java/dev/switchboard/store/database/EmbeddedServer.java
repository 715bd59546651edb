package dev.switchboard.store.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own, with its data in a folder. It is durable, keeps its port (so that a
 * start after a crash finds a server that was left behind), and is started again when it dies.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_WAIT = Duration.ofSeconds(30);
  private static final Duration WATCH_EVERY = Duration.ofMillis(250);
  private static final int CONNECT_EVERY = 4;
  private static final int MAX_START_TRIES = 20;
  private static final String CONNECTION_REFUSED = "08001";

  /** Durable first; then sizes for one machine that also runs the rest. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("jit", "off"),
          Map.entry("log_min_messages", "fatal"));

  private final Path folder;
  private final int port;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread watch;
  private EmbeddedPostgres postgres;
  private boolean closed;
  private int looks;

  private EmbeddedServer(Path folder, int port, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.port = port;
    this.postgres = postgres;
    this.watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
  }

  static EmbeddedServer start(Path folder) {
    try {
      Path data = Files.createDirectories(folder).toAbsolutePath();
      int port = FixedPort.of(data);
      EmbeddedServer server = new EmbeddedServer(data, port, open(data, port));
      server.watch.start();
      return server;
    } catch (IOException e) {
      throw new DatabaseException(
          "PostgreSQL could not be started in %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      watch.interrupt();
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(WATCH_EVERY.toNanos());
        if (seemsGone()) {
          revive();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts the server again; its orphaned children may hold the folder for a moment. */
  private void revive() throws InterruptedException {
    for (int tries = 1; tries <= MAX_START_TRIES; tries++) {
      lock.lock();
      try {
        if (closed || !isGone()) {
          return;
        }
        log.warn("PostgreSQL does not answer; starting it again (try {})", tries);
        postgres.close();
        postgres = open(folder, port);
        log.info("PostgreSQL is back");
        return;
      } catch (IOException | RuntimeException e) {
        log.warn("PostgreSQL did not start: {}", e.getMessage());
      } finally {
        lock.unlock();
      }
      TimeUnit.MILLISECONDS.sleep(Math.min(2000, 200L * tries));
    }
    log.error("PostgreSQL did not come back after {} tries; restart Switchboard", MAX_START_TRIES);
  }

  /** Looking at the process costs next to nothing; a connection costs PostgreSQL a process. */
  private boolean seemsGone() {
    try {
      return !runs(folder) || ++looks % CONNECT_EVERY == 0 && isGone();
    } catch (IOException e) {
      // The file that names the process went while it was read: the connection tells.
      return isGone();
    }
  }

  /** True if nobody listens; a server that is busy, full or recovering is left alone. */
  private boolean isGone() {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return connection.isClosed();
    } catch (SQLException e) {
      return CONNECTION_REFUSED.equals(e.getSQLState());
    }
  }

  private static EmbeddedPostgres open(Path folder, int port) throws IOException {
    checkPort(folder, port);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            // Close is registered by whoever opened the database, in the right order.
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_WAIT)
            .setLocaleConfig("locale", "C.UTF-8")
            .setPort(port)
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    SETTINGS.forEach(builder::setServerConfig);
    EmbeddedPostgres started;
    try {
      started = builder.start();
    } catch (IllegalStateException e) {
      throw new DatabaseException(
          "The data folder %s is in use by another Switchboard; stop it, or choose another --data."
              .formatted(folder.getParent()),
          e);
    }
    checkOurs(started, folder);
    return started;
  }

  /** What else sits on the port is found now, not after a long wait for our server to start. */
  private static void checkPort(Path folder, int port) throws IOException {
    if (!FixedPort.isFree(port) && !runs(folder)) {
      throw new DatabaseException(
          "Port %d belongs to another program; delete %s to choose another port."
              .formatted(port, FixedPort.file(folder)));
    }
  }

  /** True if this folder's server runs, ours or one that was left behind. */
  private static boolean runs(Path folder) throws IOException {
    Path file = folder.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,18}"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
          .isPresent();
    }
  }

  /** Another folder's server may sit on the port. */
  private static void checkOurs(EmbeddedPostgres started, Path folder) throws IOException {
    try (Connection connection = started.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT current_setting('data_directory')")) {
      rows.next();
      if (!Path.of(rows.getString(1)).toRealPath().equals(folder.toRealPath())) {
        throw new DatabaseException(
            "Port %d belongs to another database (%s); delete %s to choose another port."
                .formatted(started.getPort(), rows.getString(1), FixedPort.file(folder)));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
