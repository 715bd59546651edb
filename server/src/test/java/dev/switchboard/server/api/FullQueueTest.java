package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** More comes in than can be stored: whoever sends is told to come later, and loses nothing. */
class FullQueueTest {
  private static final int LARGE_BODIES = 6;
  private static final int LARGE_BYTES = 15 << 20;
  private static final int BODIES = 3;
  private static final int BODY_POSTS = 50_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  @Test
  void whoSendsMoreThanMemoryHoldsIsToldToComeLater(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      server.accept(server.post("north", "first"));
      List<Future<Answer>> answers = new ArrayList<>();
      try (Handle blocking = server.running.switchboard().database().jdbi().open()) {
        blocking.begin();
        blocking.execute("LOCK TABLE posts IN ACCESS EXCLUSIVE MODE");
        for (int i = 0; i < LARGE_BODIES; i++) {
          // Blank lines are skipped, and count as what they are: memory.
          String body = server.post("north", "p" + i) + "\n".repeat(LARGE_BYTES);
          answers.add(senders.submit(() -> server.api.post("/api/v1/posts", body)));
        }
        comesLater(firstDone(answers));
        blocking.rollback();
      }
      long accepted = 0;
      for (Future<Answer> answer : answers) {
        accepted += answer.get().status() == 200 ? answer.get().number("accepted") : 0;
      }
      assertThat(accepted).isBetween(1L, LARGE_BODIES - 1L).isEqualTo(stored(server) - 1);
    }
  }

  private static void comesLater(Answer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:switchboard:problem:try-later");
  }

  @EnabledIfSystemProperty(named = "switchboard.long", matches = "true")
  @Test
  void whoSendsTooMuchIsToldToComeLater(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      server.accept(server.post("north", "first"));
      List<Future<Answer>> answers = new ArrayList<>();
      Handle blocking = server.running.switchboard().database().jdbi().open();
      try (blocking) {
        blocking.begin();
        blocking.execute("LOCK TABLE posts IN ACCESS EXCLUSIVE MODE");
        for (int i = 0; i < BODIES; i++) {
          String body = body(server, i);
          answers.add(senders.submit(() -> server.api.post("/api/v1/posts", body)));
        }
        // Those who are queued wait for the table; the one that is one too many does not.
        comesLater(firstDone(answers));
        blocking.rollback();
      }
      int refused = 0;
      for (Future<Answer> answer : answers) {
        if (answer.get().status() == 429) {
          refused++;
          comesLater(answer.get());
        } else {
          assertThat(answer.get().number("accepted")).isEqualTo(BODY_POSTS);
        }
      }
      assertThat(refused).isBetween(1, BODIES - 1);
      everythingIsTakenInTheEnd(server);
    }
  }

  private static Answer firstDone(List<Future<Answer>> answers) throws Exception {
    while (true) {
      for (Future<Answer> answer : answers) {
        if (answer.isDone()) {
          return answer.get();
        }
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static void everythingIsTakenInTheEnd(TestServer server) throws Exception {
    for (int i = 0; i < BODIES; i++) {
      Answer again = server.api.post("/api/v1/posts", body(server, i));
      assertThat(again.number("accepted") + again.number("duplicates")).isEqualTo(BODY_POSTS);
    }
    assertThat(stored(server)).isEqualTo(1L + BODIES * BODY_POSTS);
  }

  private static long stored(TestServer server) {
    return server
        .running
        .switchboard()
        .database()
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT count(*) FROM posts").mapTo(long.class).one());
  }

  private static String body(TestServer server, int number) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < BODY_POSTS; i++) {
      body.append(server.post("north", number + "-" + i, "text", "chatter")).append('\n');
    }
    return body.toString();
  }
}
