package dev.switchboard.store.debian;

import dev.switchboard.store.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of Debian's PostgreSQL 15 in a folder of its own, run as "postgres" if we are root. */
final class DebianServer implements AutoCloseable {
  static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
  private static final int MAX_WAIT_SECONDS = 60;

  private final Path folder;
  private final Path data;
  private final TestServer server;

  private DebianServer(Path folder, int port) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.server =
        new TestServer("jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port));
  }

  static boolean isInstalled() {
    return Files.isExecutable(BINARIES.resolve("postgres"));
  }

  static DebianServer start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("debian-postgres");
    int port = freePort();
    DebianServer started = new DebianServer(folder, port);
    if (isRoot()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      run(List.of("chown", "postgres", folder.toString()));
    }
    run(
        started.asPostgres(
            "initdb",
            "-D",
            started.data.toString(),
            "-U",
            "postgres",
            "-N",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8"));
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
            .formatted(port);
    run(
        started.asPostgres(
            "pg_ctl",
            "-D",
            started.data.toString(),
            "-w",
            "-o",
            options,
            "-l",
            folder.resolve("log").toString(),
            "start"));
    return started;
  }

  TestServer server() {
    return server;
  }

  @Override
  public void close() {
    try {
      run(asPostgres("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop"));
      delete(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> asPostgres(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(BINARIES.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("debian-postgres", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed: " + Files.readString(said));
      }
    } finally {
      Files.delete(said);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
