package dev.switchboard.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that Switchboard brings along, and what it survives. */
class EmbeddedServerTest {
  private static final int MAX_LOOKS = 600;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void itIsDurableAndItsDataIsThereAfterARestart() {
    int port;
    try (Database database = Database.embedded(data())) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(database.setting(setting)).as(setting).isEqualTo("on");
      }
      assertThat(database.isUp()).isTrue();
      port = server(database).port();
      remember(database.jdbi(), "before");
      assertASecondSwitchboardIsRefused();
    }
    try (Database database = Database.embedded(data())) {
      assertThat(server(database).port()).isEqualTo(port);
      assertThat(remembered(database.jdbi())).isEqualTo("before");
    }
    assertThat(postmaster()).isNull();
  }

  private void assertASecondSwitchboardIsRefused() {
    assertThatThrownBy(() -> Database.embedded(data()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("is in use by another Switchboard");
  }

  @Test
  void whenPostgresIsKilledItComesBackByItselfWithItsData() throws Exception {
    try (Database database = Database.embedded(data())) {
      remember(database.jdbi(), "committed");
      ProcessHandle postmaster = kill();
      assertThat(postmaster.isAlive()).isFalse();
      awaitUp(database);
      assertThat(remembered(database.jdbi())).isEqualTo("committed");
      remember(database.jdbi(), "after");
      assertThat(remembered(database.jdbi())).isEqualTo("after");
    }
    assertThat(postmaster()).isNull();
  }

  @Test
  void aServerWhoseSwitchboardWasKilledIsAdopted() throws Exception {
    Process switchboard = startElsewhere();
    ProcessHandle orphan;
    try {
      orphan = running();
      assertAnotherProcessIsRefused();
    } finally {
      switchboard.destroyForcibly();
    }
    assertThat(switchboard.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(orphan.isAlive()).isTrue();

    try (Database database = Database.embedded(data())) {
      assertThat(postmaster()).isEqualTo(orphan);
      assertThat(remembered(database.jdbi())).isEqualTo("elsewhere");
      // What was adopted is watched over like one's own.
      kill();
      awaitUp(database);
      assertThat(remembered(database.jdbi())).isEqualTo("elsewhere");
    }
    assertThat(postmaster()).isNull();
  }

  private void assertAnotherProcessIsRefused() {
    assertThatThrownBy(() -> Database.embedded(data()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("is in use by another Switchboard");
  }

  @Test
  void rubbishInThePortFileIsReported() throws IOException {
    for (String rubbish : new String[] {"", "soon", "-1", "0", "65536"}) {
      Files.writeString(FixedPort.file(data()), rubbish);
      assertThatThrownBy(() -> Database.embedded(data()))
          .as(rubbish)
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("postgres.port")
          .hasMessageContaining("delete it to choose another");
    }
  }

  @Test
  void aPortIsChosenOnceAndKept() throws IOException {
    int port = FixedPort.of(data());

    assertThat(port).isBetween(1, 65_535);
    assertThat(FixedPort.of(data())).isEqualTo(port);
    assertThat(FixedPort.of(folder.resolve("other"))).isNotEqualTo(port);
  }

  @Test
  void aPortThatSomebodyElseHasIsReported() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(FixedPort.file(data()), Integer.toString(other.getLocalPort()));
      assertThatThrownBy(() -> Database.embedded(data()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("Port " + other.getLocalPort())
          .hasMessageContaining("postgres.port");
    }
  }

  /** A Switchboard in a process of its own, which says when its data is committed. */
  private Process startElsewhere() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                data().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.equals("committed")) {
        return process;
      }
    }
    throw new AssertionError("the other process ended: " + process.exitValue());
  }

  /** What runs in the other process until it is killed. */
  static final class Elsewhere {
    private Elsewhere() {}

    public static void main(String[] arguments) throws IOException {
      Database database = Database.embedded(Path.of(arguments[0]));
      remember(database.jdbi(), "elsewhere");
      System.out.println("committed");
      int next = System.in.read();
      System.out.println("unexpectedly told to go on: " + next + database.isUp());
    }
  }

  private static void remember(Jdbi jdbi, String word) {
    jdbi.useTransaction(
        h -> {
          h.execute("INSERT INTO brands (name) VALUES (?) ON CONFLICT DO NOTHING", word);
        });
  }

  private static String remembered(Jdbi jdbi) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT name FROM brands ORDER BY id DESC LIMIT 1")
                .mapTo(String.class)
                .one());
  }

  private ProcessHandle kill() throws Exception {
    ProcessHandle postmaster = running();
    postmaster.destroyForcibly();
    postmaster.onExit().get(20, TimeUnit.SECONDS);
    return postmaster;
  }

  private ProcessHandle running() {
    ProcessHandle postmaster = postmaster();
    if (postmaster == null) {
      throw new AssertionError("no PostgreSQL runs");
    }
    return postmaster;
  }

  /** The running server of the folder, or null. */
  private @Nullable ProcessHandle postmaster() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private static void awaitUp(Database database) throws InterruptedException {
    for (int looks = 0; looks < MAX_LOOKS && !database.isUp(); looks++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(database.isUp()).isTrue();
  }

  private static EmbeddedServer server(Database database) {
    EmbeddedServer server = database.server();
    if (server == null) {
      throw new AssertionError("not embedded");
    }
    return server;
  }

  private Path data() {
    return folder.resolve("postgres");
  }
}
