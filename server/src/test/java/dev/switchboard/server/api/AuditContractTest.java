package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.triage.promise.AuditPlan;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.triage.TriageSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A promise that is kept live, what is set aside under it, and the people who look at that. */
class AuditContractTest {
  private static final int LESSONS = 80;
  private static final int CHATTER = 45;

  /** A wide promise, so that a few dozen labels are enough to show it. */
  private static final TriageSettings WIDE =
      new TriageSettings(new Promise(.4, .95, Promise.Basis.CONFIDENT), new AuditPlan(1_000, 1));

  private static final String BRAND = "harbourline";

  @Test
  void aPromiseThatIsShownSetsAsideAndIsAuditedAndSurvivesARestart(@TempDir Path folder)
      throws Exception {
    JsonNode promise;
    try (TestServer server = TestServer.startTriaging(folder, WIDE)) {
      teach(server);
      promise = promise(server);
      assertThat(promise.path("setsAside").asBoolean()).isTrue();
      assertThat(promise.path("shownBound").asDouble()).isPositive().isLessThanOrEqualTo(.4);

      chatter(server, "c");
      JsonNode aside = list(server, "set-aside");
      assertThat(aside.size()).isGreaterThan(CHATTER);
      assertThat(aside.path(0).path("case").isNull()).isTrue();
      assertThat(aside.path(0).path("verdict").asString()).isEqualTo("setAside");
      assertThat(aside.path(0).path("probability").asDouble())
          .isLessThan(promise.path("threshold").asDouble());

      looked(server);
      promise = promise(server);
    }
    try (TestServer again = TestServer.startTriaging(folder, WIDE)) {
      JsonNode restored = promise(again);
      assertThat(restored).isEqualTo(promise);
      exceptionIsSeen(again);
    }
  }

  /** People look at the sample, find too much, and an exception says so. */
  private static void looked(TestServer server) throws Exception {
    JsonNode sample = list(server, "audit");
    assertThat(sample.size()).isPositive();
    long right = sample.path(0).path("id").asLong();
    Answer fine = say(server, right, "audit", Map.of("agent", "Ada", "needsHelp", false));
    assertThat(fine.status()).as(fine.body()).isEqualTo(200);
    assertThat(fine.json().path("case").isNull()).isTrue();
    assertThat(say(server, right, "audit", Map.of("agent", "Ada", "needsHelp", true)).status())
        .isEqualTo(409);
    JsonNode audit = promise(server).path("audit");
    assertThat(audit.path("audited").asInt()).isEqualTo(1);
    assertThat(audit.path("missed").asDouble()).isZero();
    assertThat(audit.path("waiting").asInt()).isEqualTo(audit.path("drawn").asInt() - 1);
    assertThat(exceptions(server)).isEmpty();

    for (int i = 1; i < sample.size(); i++) {
      long wrong = sample.path(i).path("id").asLong();
      Answer found = say(server, wrong, "audit", Map.of("agent", "Ada", "needsHelp", true));
      assertThat(found.text("caseState")).isEqualTo("waiting");
    }
    assertThat(promise(server).path("audit").path("broken").asBoolean()).isTrue();
    assertThat(exceptions(server).findValuesAsString("kind")).containsExactly("promise_broken");
  }

  private static void exceptionIsSeen(TestServer server) throws Exception {
    assertThat(exceptions(server)).hasSize(1);
    for (JsonNode exception : exceptions(server)) {
      assertThat(exception.path("brand").asString()).isEqualTo(BRAND);
      assertThat(exception.path("caseId").isNull()).isTrue();
      String clear = "/api/v1/exceptions/%d/clear".formatted(exception.path("id").asLong());
      assertThat(server.api.post(clear, Map.of("agent", "Ada", "how", "give_up")).status())
          .isEqualTo(400);
      assertThat(server.api.post(clear, Map.of("agent", "Ada", "how", "seen")).status())
          .isEqualTo(200);
    }
    assertThat(exceptions(server)).isEmpty();
  }

  /** Some who need help, some who don't. */
  private static void teach(TestServer server) throws Exception {
    for (int i = 0; i < LESSONS; i++) {
      boolean help = i % 2 == 0;
      String text =
          help ? "please help, booking " + i + " is gone" : "sunny walk by the river, day " + i;
      server.accept(server.post(BRAND, "t" + i, "text", text));
    }
    for (JsonNode item :
        server.api.get("/api/v1/cases?limit=200&brand=" + BRAND).json().path("items")) {
      long post = server.lastPost(item.path("id").asLong());
      String what =
          item.path("snippet").asString().startsWith("please") ? "bring-back" : "set-aside";
      assertThat(say(server, post, what, Map.of("agent", "Ada")).status()).isEqualTo(200);
    }
  }

  private static void chatter(TestServer server, String prefix) throws Exception {
    String[] posts = new String[CHATTER];
    for (int i = 0; i < CHATTER; i++) {
      posts[i] =
          server.post(BRAND, prefix + i, "text", "sunny walk by the river again, round " + i);
    }
    server.accept(posts);
  }

  private static Answer say(TestServer server, long post, String what, Map<String, ?> body)
      throws Exception {
    return server.api.post("/api/v1/posts/%d/%s".formatted(post, what), body);
  }

  private static JsonNode list(TestServer server, String view) throws Exception {
    return server
        .api
        .get("/api/v1/triage/posts?limit=200&view=%s&brand=%s".formatted(view, BRAND))
        .json()
        .path("items");
  }

  private static JsonNode promise(TestServer server) throws Exception {
    return server.api.get("/api/v1/triage/promise?brand=" + BRAND).json().path("items").path(0);
  }

  private static JsonNode exceptions(TestServer server) throws Exception {
    return server.api.get("/api/v1/exceptions?brand=" + BRAND).json().path("items");
  }
}
