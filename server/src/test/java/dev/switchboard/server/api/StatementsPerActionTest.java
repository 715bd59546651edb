package dev.switchboard.server.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.store.database.Database;
import dev.switchboard.store.testing.StatementCount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent does costs as many statements on a full floor as on an empty one. */
class StatementsPerActionTest {
  private static final int CASES = 300;
  private static final int AGENTS = 60;
  private static final int MAX_STATEMENTS = 15;
  private static final String REQUESTS = "tomcat-handler";

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private @Nullable StatementCount statements;

  @Test
  void statementsPerActionDoNotGrowWithAgentsAndCases(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      Database database = server.running.switchboard().database();
      statements =
          StatementCount.on(database.jdbi(), StatementsPerActionTest::isOfRequest)
              .also(database.byKey());
      work(server, "warm");
      Map<String, Integer> alone = work(server, "alone");
      fill(server);
      assertThat(work(server, "crowded"))
          .allSatisfy(
              (action, count) ->
                  assertThat(count).as(action).isBetween(1, alone.getOrDefault(action, 0)));
      assertThat(alone.values()).allSatisfy(count -> assertThat(count).isLessThan(MAX_STATEMENTS));
    }
  }

  /** What Switchboard does by itself is on other threads. */
  private static boolean isOfRequest(String sql) {
    // An open server looks once a second whether it is still open, whoever asks then.
    return Thread.currentThread().getName().startsWith(REQUESTS)
        && !sql.contains("'administrator'");
  }

  /** One case through an agent's hands; statements by action. */
  private Map<String, Integer> work(TestServer server, String brand) throws Exception {
    counts.clear();
    long id = server.newCase(brand);
    server.claim(server.newCase(brand + "-other"), "ben");
    counted("list", () -> server.api.get("/api/v1/cases?state=waiting&limit=50"));
    long token =
        counted("claim", () -> server.act(id, "claim", Map.of("agent", "ada"))).number("token");
    counted("refused", () -> server.act(id, "claim", Map.of("agent", "ben")));
    counted("heartbeat", () -> server.act(id, "heartbeat", Map.of("token", token)));
    counted("read", () -> server.api.get("/api/v1/cases/" + id));
    Map<String, Object> rest =
        Map.of("token", token, "waitingOn", "company", "reason", "the workshop looks for it");
    counted("pause", () -> server.act(id, "pause", rest));
    counted("resume", () -> server.act(id, "resume", Map.of("token", token)));
    counted("note", () -> server.act(id, "note", Map.of("agent", "ada", "text", "seen")));
    long last =
        counted("transfer", () -> server.act(id, "transfer", Map.of("token", token, "to", "ben")))
            .number("token");
    long seen = server.lastPost(id);
    counted(
        "reply",
        () ->
            server.act(
                id, "reply", Map.of("text", "On its way.", "token", last, "seenThrough", seen)));
    server.awaitState(id, "answered");
    counted("close", () -> server.act(id, "close", Map.of("agent", "ada")));
    counted("reopen", () -> server.act(id, "reopen", Map.of("agent", "ada")));
    return Map.copyOf(counts);
  }

  private void fill(TestServer server) throws Exception {
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      posts.add(server.post("crowd", "c" + i, "author", "user" + i));
    }
    server.accept(posts.toArray(String[]::new));
    var waiting = server.api.get("/api/v1/cases?brand=crowd&limit=" + AGENTS).json().path("items");
    for (int i = 0; i < AGENTS; i++) {
      server.claim(waiting.path(i).path("id").asLong(), "agent" + i);
    }
  }

  private interface Action {
    Answer run() throws Exception;
  }

  private Answer counted(String what, Action action) throws Exception {
    StatementCount sent = requireNonNull(statements);
    int before = sent.get();
    Answer answer = action.run();
    counts.put(what, sent.get() - before);
    return answer;
  }
}
