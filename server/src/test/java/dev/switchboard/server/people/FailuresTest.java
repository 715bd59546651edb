package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Backoff;
import dev.switchboard.store.people.FailureStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** How wrong passwords are counted, on a real database. */
@TestInstance(Lifecycle.PER_CLASS)
class FailuresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private ClosedCompany company;
  private FailureStore failures;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    failures = new FailureStore(company.server.running.switchboard().database().jdbi());
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private int count(byte[] subject, Instant at) {
    return failures.count(subject, Backoff.ACCOUNT, at).failures();
  }

  @Test
  void aTryThatWasNotLookedAtDoesNotCount() {
    byte[] subject = Secrets.hash("not looked at");
    for (int i = 1; i <= 4; i++) {
      assertThat(count(subject, NOW)).isEqualTo(i);
    }
    int fifth = count(subject, NOW);
    assertThat(failures.shutUntil(subject, NOW)).isEqualTo(NOW.plusSeconds(30));
    failures.takeBack(subject, fifth);
    assertThat(failures.shutUntil(subject, NOW)).isNull();
    assertThat(count(subject, NOW)).isEqualTo(5);
  }

  @Test
  void whatOthersDidMeanwhileStaysShut() {
    byte[] subject = Secrets.hash("meanwhile");
    for (int i = 0; i < 4; i++) {
      count(subject, NOW);
    }
    count(subject, NOW);
    failures.takeBack(subject, 4);
    assertThat(failures.shutUntil(subject, NOW)).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void afterALongQuietTheCountStartsAnew() {
    byte[] subject = Secrets.hash("quiet");
    count(subject, NOW);
    assertThat(count(subject, NOW.plus(Duration.ofHours(23)))).isEqualTo(2);
    assertThat(count(subject, NOW.plus(Duration.ofHours(48)))).isEqualTo(1);
  }

  @Test
  void wrongOnesAndRightOnesAtOnceAreCountedWithoutAnError() throws Exception {
    byte[] subject = Secrets.hash("at once");
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tries.add(
          () -> {
            int counted = count(subject, NOW);
            failures.clear(subject);
            return counted;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(tries)) {
        assertThat(answer.get()).isPositive();
      }
    }
  }
}
