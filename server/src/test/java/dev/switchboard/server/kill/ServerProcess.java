package dev.switchboard.server.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own, to be killed and started again on the same folder. */
final class ServerProcess implements AutoCloseable {
  private static final Duration END_WAIT = Duration.ofSeconds(90);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Path data;
  private final Path log;
  private final int port;
  private @Nullable Process process;

  ServerProcess(Path folder) throws IOException {
    this.data = folder.resolve("data");
    this.log = folder.resolve("server.log");
    this.port = freePort();
    // Leases short enough to run out while the server is away.
    Files.writeString(folder.resolve("switchboard.conf"), "claimLease = 3s\n");
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.switchboard.server.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--config",
                data.resolveSibling("switchboard.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** kill -9; PostgreSQL is left behind. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor(END_WAIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** kill -9 of PostgreSQL's first process; empty if there was none at this moment. */
  Optional<Long> killPostgres() throws IOException {
    Optional<ProcessHandle> postmaster = postmaster();
    postmaster.ifPresent(ProcessHandle::destroyForcibly);
    return postmaster.map(ProcessHandle::pid);
  }

  Optional<ProcessHandle> postmaster() throws IOException {
    Path file = data.resolve("postgres").resolve("postmaster.pid");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.isEmpty() || lines.getFirst().isBlank()
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
  }

  /** A clean stop; false if it took too long. */
  boolean stop() throws InterruptedException {
    Process running = process;
    if (running == null) {
      return true;
    }
    running.destroy();
    return running.waitFor(END_WAIT.toSeconds(), TimeUnit.SECONDS);
  }

  String databaseUrl() throws IOException {
    String databasePort = Files.readString(data.resolve("postgres.port")).strip();
    return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres".formatted(databasePort);
  }

  Path replies() {
    return data.resolve("replies.ndjson");
  }

  /** The end of what the server said. */
  String lastWords() throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Leaves nothing running, whatever the test found. */
  @Override
  public void close() throws Exception {
    kill();
    Optional<ProcessHandle> postmaster = postmaster();
    postmaster.ifPresent(ProcessHandle::destroyForcibly);
    long end = System.nanoTime() + END_WAIT.toNanos();
    while (postmaster.isPresent() && postmaster.get().isAlive() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
