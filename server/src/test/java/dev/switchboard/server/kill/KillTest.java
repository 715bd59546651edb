package dev.switchboard.server.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.EventReader;
import dev.switchboard.store.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random while eight clients post and eight agents claim and reply: every acknowledged
 * post is there once, every acknowledged reply went out once or stands as an exception, no case has
 * two owners, and the event stream lost nothing. Two kills; twenty in the long form.
 */
class KillTest {
  private static final boolean LONG = Boolean.getBoolean("switchboard.long");
  private static final int KILLS = LONG ? 20 : 2;
  private static final Duration READY_WAIT = Duration.ofSeconds(120);
  private static final Duration REST_WAIT = Duration.ofSeconds(120);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  @Test
  void theServerIsKilled(@TempDir Path folder) throws Exception {
    survive(folder, this::killServer);
  }

  @Test
  void postgresIsKilled(@TempDir Path folder) throws Exception {
    survive(folder, this::killPostgres);
  }

  private interface Kill {
    void of(ServerProcess server, Random random) throws Exception;
  }

  private void survive(Path folder, Kill kill) throws Exception {
    long seed = Long.getLong("switchboard.seed", System.nanoTime());
    System.out.println("To repeat the times of the kills: -Dswitchboard.seed=" + seed);
    Random random = new Random(seed);
    Ledger ledger = new Ledger();
    long began = System.nanoTime();
    try (ServerProcess server = new ServerProcess(folder)) {
      server.start();
      awaitReady(server);
      try (Load load = Load.start(server.port(), ledger, seed);
          EventReader all = EventReader.start(server.port(), "?after=0");
          EventReader one = EventReader.start(server.port(), "?after=0&brand=northair")) {
        for (int i = 0; i < KILLS; i++) {
          TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1_700));
          kill.of(server, random);
        }
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(load.stop()).as("everybody could finish").isTrue();
        System.out.printf(
            "seed %d: %d kills in %d s, %s, %d connections of the stream%n",
            seed,
            KILLS,
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began),
            ledger,
            all.connections());
        reckon(server, ledger, all, one);
      } catch (Throwable e) {
        System.out.println(server.lastWords());
        throw e;
      }
      assertThat(server.stop()).as("a clean stop").isTrue();
      assertThat(server.postmaster()).as("PostgreSQL is stopped with it").isEmpty();
    }
  }

  private static void reckon(ServerProcess server, Ledger ledger, EventReader all, EventReader one)
      throws Exception {
    assertThat(ledger.surprises()).isEmpty();
    assertThat(ledger.posts()).isNotEmpty();
    assertThat(ledger.replies()).isNotEmpty();
    try (Database database = Database.external(server.databaseUrl());
        ApiClient api = new ApiClient(server.port())) {
      Reckoning reckoning = new Reckoning(database.jdbi(), ledger);
      reckoning.awaitRest(REST_WAIT);
      reckoning.everyAcknowledgedPostIsThereOnce();
      reckoning.everyAcknowledgedReplyWentOutOnceOrIsAnException(server.replies());
      reckoning.everySentReplyIsShownOnce(api);
      reckoning.theStreamWasTheTable(all, null);
      reckoning.theStreamWasTheTable(one, "northair");
      reckoning.noCaseHadTwoOwners(all.events());
    }
  }

  /** PostgreSQL goes on without it; now and then the next start is killed as well. */
  private void killServer(ServerProcess server, Random random) throws Exception {
    server.kill();
    server.start();
    if (random.nextInt(4) == 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
      server.kill();
      server.start();
    }
    awaitReady(server);
  }

  /** The server must bring it back. */
  private void killPostgres(ServerProcess server, Random random) throws Exception {
    long killed = server.killPostgres().orElseThrow();
    long end = System.nanoTime() + READY_WAIT.toNanos();
    while (server.postmaster().map(ProcessHandle::pid).orElse(killed) == killed) {
      if (System.nanoTime() > end) {
        fail("PostgreSQL did not come back in %s\n%s", READY_WAIT, server.lastWords());
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    awaitReady(server);
  }

  private static void awaitReady(ServerProcess server) throws InterruptedException, IOException {
    long end = System.nanoTime() + READY_WAIT.toNanos();
    try (ApiClient api = new ApiClient(server.port(), Duration.ofSeconds(5))) {
      while (System.nanoTime() < end) {
        try {
          if (api.get("/ready").status() == 200) {
            return;
          }
        } catch (IOException _) {
          // not there yet
        }
        if (!server.isAlive()) {
          fail("The server ended by itself:\n%s", server.lastWords());
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
    fail("The server was not ready after %s:\n%s", READY_WAIT, server.lastWords());
  }
}
