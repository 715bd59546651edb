package dev.switchboard.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.store.testing.Steps;
import dev.switchboard.store.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Writers on many connections at once, some of whom roll back, while readers read. */
class ManyWritersTest {
  private static final int WRITERS = 6;
  private static final int TRANSACTIONS = 30;
  private static final int MAX_READS = 100_000;
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @RepeatedTest(2)
  void everythingCommittedIsGivenOnceAndAscending(RepetitionInfo round) throws Exception {
    EventLog log = new EventLog(database.jdbi());
    long start = LogReader.atEnd(log, 100, 100).settled();
    AtomicInteger writing = new AtomicInteger(WRITERS);
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      Random random = new Random(round.getCurrentRepetition() * 100L + w);
      writers.add(Steps.beside(() -> write(random, writing)));
    }
    List<CompletableFuture<List<Long>>> readers = new ArrayList<>();
    for (int limit : new int[] {3, 50, 1_000}) {
      readers.add(Steps.beside(reader(log, start, limit, writing)));
    }
    for (CompletableFuture<Void> writer : writers) {
      Steps.get(writer);
    }
    List<Long> committed = committedAfter(start);
    for (CompletableFuture<List<Long>> reader : readers) {
      assertThat(Steps.get(reader)).isEqualTo(committed);
    }
    assertThat(committed).isNotEmpty().isSorted();
    long middle = committed.get(committed.size() / 2);
    assertThat(Steps.get(Steps.beside(reader(log, middle, 10, writing))))
        .isEqualTo(committed.subList(committed.size() / 2 + 1, committed.size()));
  }

  private static Void write(Random random, AtomicInteger writing) {
    try {
      for (int t = 0; t < TRANSACTIONS; t++) {
        try (Handle handle = database.jdbi().open()) {
          handle.begin();
          if (random.nextBoolean()) {
            handle.execute("SELECT pg_current_xact_id()");
          }
          for (int e = random.nextInt(4); e >= 0; e--) {
            handle.execute("INSERT INTO events (at, type, data) VALUES (now(), 'x', '{}')");
            for (int pause = random.nextInt(3); pause > 0; pause--) {
              handle.execute("SELECT 1");
            }
          }
          if (random.nextInt(5) == 0) {
            handle.rollback();
          } else {
            handle.commit();
          }
        }
      }
      return null;
    } finally {
      writing.decrementAndGet();
    }
  }

  /** Reads until the writers have ended and nothing is left. */
  private static Callable<List<Long>> reader(
      EventLog log, long after, int limit, AtomicInteger writing) {
    return () -> {
      LogReader reader = new LogReader(log, after, limit);
      List<Long> given = new ArrayList<>();
      for (int reads = 0; reads < MAX_READS; reads++) {
        boolean ended = writing.get() == 0;
        List<LoggedEvent> events = reader.next();
        events.forEach(event -> given.add(event.seq()));
        if (ended && events.isEmpty() && !reader.isWaiting()) {
          return given;
        }
      }
      throw new AssertionError("the log never came to rest");
    };
  }

  private static List<Long> committedAfter(long start) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("SELECT seq FROM events WHERE seq > :start ORDER BY seq")
                    .bind("start", start)
                    .mapTo(Long.class)
                    .list());
  }
}
