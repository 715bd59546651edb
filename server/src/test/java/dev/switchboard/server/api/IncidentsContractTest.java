package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From posts through HTTP to an incident, its cause, and what people say of it. */
class IncidentsContractTest {
  private static final String BRAND = "harbourbank";
  private static final List<String> WHEN =
      List.of("Since lunch", "Again today", "For an hour now", "All evening", "Right now");
  private static final List<String> WHAT =
      List.of(
          "the checkout refuses my card payment",
          "my card payment fails at checkout",
          "I can't pay by card, the checkout shows an error",
          "checkout says payment declined though my card is fine",
          "the payment page of the checkout won't take my card",
          "paying by card at checkout is broken");
  private static final List<String> AND =
      List.of(
          "and my groceries wait, please help",
          "and nobody on the phone can help me",
          "so how do I order the birthday present? help",
          "please help me, the train leaves soon",
          "can somebody help, I tried three times",
          "and my basket is gone too, help",
          "please fix this, my rent is due");

  private static final List<String> LOST =
      List.of(
          "my parcel was stolen from the porch, can you help",
          "the courier left my parcel in the rain and it is gone, help",
          "parcel never came though the courier says it did, please help",
          "where is my parcel? the courier never rang, help me",
          "courier threw my parcel over the fence, please help",
          "third parcel lost by your courier this week, help please",
          "who took my parcel? your courier did not ring, please help");

  @Test
  void reportsOfOneThingOpenAnIncidentThatNamesTheDeployAndOutlivesARestart(@TempDir Path folder)
      throws Exception {
    long id;
    try (TestServer server = TestServer.start(folder, null)) {
      quietDays(server);
      deploy(server, "mail-31", "newsletter", "another footer");
      server.clock.advance(Duration.ofHours(5));
      deploy(server, "checkout-77", "checkout", "new card payment form");
      server.clock.advance(Duration.ofMinutes(10));
      report(server, 0, 20);

      JsonNode incident = awaitOne(server, found -> found.path("authors").asInt() >= 20);
      id = incident.path("id").asLong();
      assertThat(incident.path("state").asString()).isEqualTo("open");
      assertThat(incident.path("causes").path(0).path("change").asString())
          .as(incident.toPrettyString())
          .isEqualTo("checkout-77");
      assertThat(incident.path("causes").path(0).path("reasons")).isNotEmpty();
      assertThat(incident.path("posts").size()).isGreaterThanOrEqualTo(5);

      JsonNode page = page(server, id);
      assertThat(page.path("samples").path(0).path("text").asString()).contains("checkout");
      assertThat(page.path("course")).isNotEmpty();
      assertThat(page.path("changes").findValuesAsString("id")).contains("checkout-77");
      assertThat(types(page)).contains("incident.opened", "incident.causesRanked");
      assertThat(act(server, id, "acknowledge", Map.of("agent", "Ada")).text("state"))
          .isEqualTo("acknowledged");
    }
    try (TestServer server = TestServer.start(folder, null)) {
      server.clock.advance(Duration.ofHours(6).plusMinutes(15));
      report(server, 20, 24);
      JsonNode incident = awaitOne(server, found -> found.path("authors").asInt() >= 24);
      assertThat(incident.path("id").asLong()).isEqualTo(id);
      assertThat(incident.path("acknowledgedBy").asString()).isEqualTo("Ada");

      Answer confirmed =
          act(
              server,
              id,
              "causes/checkout-77/confirm",
              Map.of("agent", "Ben", "note", "rolled back"));
      assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
      assertThat(act(server, id, "resolve", Map.of("agent", "Ben")).text("state"))
          .isEqualTo("resolved");
      JsonNode page = page(server, id);
      assertThat(page.path("judgements").path(0).path("confirmed").asBoolean()).isTrue();
      assertThat(page.path("incident").path("causes").path(0).path("probability").asDouble())
          .isEqualTo(1);
      assertThat(types(page)).containsOnlyOnce("incident.opened", "incident.acknowledged");
      assertThat(page.path("history").findValuesAsString("actor")).contains("Ada", "Ben");
      assertThat(act(server, id, "reopen", Map.of("agent", "Ada")).text("state"))
          .isEqualTo("acknowledged");
      assertThat(list(server, "?state=resolved,closed")).isEmpty();
      assertThat(list(server, "?state=open,acknowledged&brand=" + BRAND)).hasSize(1);
    }
  }

  @Test
  void peopleMergeSplitAndTakeBothBack(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      quietDays(server);
      server.clock.advance(Duration.ofHours(5));
      report(server, 0, 20);
      awaitOne(server, found -> found.path("authors").asInt() >= 20);
      server.clock.advance(Duration.ofHours(3));
      for (int i = 0; i < 20; i++) {
        post(server, "p" + i, "neighbour" + i, LOST.get(i % LOST.size()) + ", order " + (700 + i));
        server.clock.advance(Duration.ofSeconds(40));
      }
      JsonNode two = await(() -> list(server, ""), list -> list.size() >= 2);
      long later = two.path(0).path("id").asLong();
      long first = two.path(1).path("id").asLong();

      Answer merged = act(server, first, "merge", Map.of("from", later, "agent", "Ada"));
      assertThat(merged.status()).as(merged.body()).isEqualTo(200);
      assertThat(page(server, later).path("incident").path("state").asString()).isEqualTo("merged");
      Answer undone = act(server, first, "undo", undo(merged));
      assertThat(undone.status()).as(undone.body()).isEqualTo(200);
      assertThat(page(server, later).path("incident").path("state").asString()).isEqualTo("open");
      JsonNode alone = page(server, first).path("incident");

      List<Long> posts = List.of(alone.path("posts").path(0).asLong());
      Answer split = act(server, first, "split", Map.of("posts", posts, "agent", "Ada"));
      assertThat(split.status()).as(split.body()).isEqualTo(200);
      assertThat(page(server, first).path("incident").path("reports").asInt())
          .isEqualTo(alone.path("reports").asInt() - 1);
      assertThat(act(server, first, "undo", undo(split)).status()).isEqualTo(200);
      assertThat(page(server, first).path("incident").path("reports").asInt())
          .isEqualTo(alone.path("reports").asInt());
      assertThat(act(server, first, "undo", undo(split)).status())
          .as("taken back once")
          .isEqualTo(409);
      assertThat(types(page(server, first)))
          .contains("incident.merged", "incident.split", "incident.undone");
      assertThat(act(server, first, "merge", Map.of("from", 999, "agent", "Ada")).status())
          .isEqualTo(404);
    }
  }

  private static Map<String, ?> undo(Answer what) {
    return Map.of("action", what.number("action"), "agent", "Ada");
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      Answer none = server.api.get("/api/v1/incidents/7");
      assertThat(none.status()).isEqualTo(404);
      assertThat(none.text("detail")).contains("no incident 7");
      assertThat(act(server, 7, "acknowledge", Map.of("agent", "Ada")).status()).isEqualTo(404);
      assertThat(act(server, 7, "acknowledge", Map.of()).text("detail")).contains("agent");
      Answer state = server.api.get("/api/v1/incidents?state=burning");
      assertThat(state.status()).isEqualTo(400);
      assertThat(state.text("detail")).contains("burning", "acknowledged");
      assertThat(server.api.get("/api/v1/incidents?cursor=x").status()).isEqualTo(400);
    }
  }

  @Test
  void anImportedHistoryOpensNothing(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      for (int i = 0; i < 30; i++) {
        server.accept(
            server.post(
                BRAND,
                "h" + i,
                "author",
                "person" + i,
                "text",
                complaint(i),
                "createdAt",
                server.clock.instant().minus(Duration.ofDays(3)).plusSeconds(i).toString()));
      }
      await(
          () -> server.api.get("/metrics").body(),
          metrics -> metrics.contains("switchboard_incidents_late_total 30.0"));
      assertThat(list(server, "")).isEmpty();
    }
  }

  /** Each in other words: copies count once. */
  private static String complaint(int i) {
    return "%s %s %s"
        .formatted(WHEN.get(i % WHEN.size()), WHAT.get(i % WHAT.size()), AND.get(i % AND.size()));
  }

  private static void quietDays(TestServer server) throws Exception {
    for (int i = 0; i < 6; i++) {
      post(
          server,
          "quiet" + i,
          "guest" + i,
          "where do I find my statement of last month? help " + i);
      server.clock.advance(Duration.ofMinutes(50));
    }
  }

  private static void report(TestServer server, int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      post(server, "r" + i, "customer" + i, complaint(i));
      server.clock.advance(Duration.ofSeconds(40));
    }
  }

  private static void post(TestServer server, String id, String author, String text)
      throws Exception {
    server.accept(server.post(BRAND, id, "author", author, "text", text));
  }

  private static void deploy(TestServer server, String id, String service, String summary)
      throws Exception {
    Map<String, String> change =
        Map.of(
            "id", id,
            "type", "deploy",
            "service", service,
            "summary", summary,
            "startedAt", server.clock.instant().toString());
    Answer answer = server.api.post("/api/v1/changes", change);
    assertThat(answer.number("accepted")).as(answer.body()).isEqualTo(1);
  }

  private static Answer act(TestServer server, long id, String action, Map<String, ?> body)
      throws Exception {
    return server.api.post("/api/v1/incidents/%d/%s".formatted(id, action), body);
  }

  private static JsonNode page(TestServer server, long id) throws Exception {
    return server.api.get("/api/v1/incidents/" + id).json();
  }

  private static JsonNode list(TestServer server, String query) throws Exception {
    return server.api.get("/api/v1/incidents" + query).json().path("items");
  }

  private static List<String> types(JsonNode page) {
    return page.path("history").findValuesAsString("type");
  }

  private static JsonNode awaitOne(TestServer server, Predicate<JsonNode> expected)
      throws Exception {
    return await(() -> list(server, ""), list -> list.size() == 1 && expected.test(list.path(0)))
        .path(0);
  }

  private interface Look<T> {
    T look() throws Exception;
  }

  private static <T> T await(Look<T> look, Predicate<T> expected) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    T found = look.look();
    while (!expected.test(found) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      found = look.look();
    }
    assertThat(expected.test(found)).as("%s", found).isTrue();
    return found;
  }
}
