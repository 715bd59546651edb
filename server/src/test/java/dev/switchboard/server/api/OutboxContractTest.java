package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.memory.Faults;
import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of a reply when its network fails in each of the three ways. */
@ExtendWith(OneServer.class)
class OutboxContractTest {
  private static final Faults REFUSES = new Faults(1, 0, 0, true);
  private static final Faults SENDS_BUT_BREAKS = new Faults(0, 1, 0, true);
  private static final Faults BREAKS_BEFORE = new Faults(0, 0, 1, true);
  private static final Faults SENDS_AND_CANNOT_TELL = new Faults(0, 1, 0, false);
  private static final Faults LOSES_AND_CANNOT_TELL = new Faults(0, 0, 1, false);

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  OutboxContractTest(TestServer server) {
    this.server = server;
  }

  @AfterEach
  void theNetworkWorksAgain() {
    server.network.fail(Faults.NONE);
  }

  @Test
  void aReplyThatWasRefusedForNowIsTriedAgain() throws Exception {
    server.network.fail(REFUSES);
    long id = replied();
    JsonNode waiting = server.awaitCase(id, c -> reply(c).path("attempts").asInt() == 2);
    assertThat(waiting.path("state").asString()).isEqualTo("pending");
    assertThat(reply(waiting).path("error").asString()).contains("over capacity");
    server.network.fail(Faults.NONE);
    server.clock.advance(Duration.ofSeconds(10));
    JsonNode answered = server.awaitState(id, "answered");
    assertThat(reply(answered).path("attempts").asInt()).isEqualTo(3);
    assertThat(exceptions(id)).isEmpty();
    assertThat(published(id)).isEqualTo(1);
  }

  @Test
  void aReplyThatIsRefusedAgainAndAgainFailsAndTheCaseWaits() throws Exception {
    server.network.fail(REFUSES);
    long id = replied();
    for (int attempts = 1; attempts < 5; attempts++) {
      int done = attempts;
      server.awaitCase(
          id,
          c ->
              reply(c).path("attempts").asInt() >= done
                  && reply(c).path("status").asString().equals("queued"));
      server.clock.advance(Duration.ofMinutes(1));
    }
    JsonNode failed = server.awaitState(id, "waiting");
    assertThat(reply(failed).path("status").asString()).isEqualTo("failed");
    assertThat(reply(failed).path("attempts").asInt()).isEqualTo(5);
    JsonNode exception = exceptions(id).getFirst();
    assertThat(exception.path("kind").asString()).isEqualTo("send_failed");
    assertThat(exception.path("reason").asString()).contains("over capacity");
    assertThat(failed.path("exceptions").get(0).path("kind").asString()).isEqualTo("send_failed");
    assertThat(published(id)).isZero();
  }

  @Test
  void aReplyWhoseAnswerWasLostIsLookedUpAndNotSentAgain() throws Exception {
    server.network.fail(SENDS_BUT_BREAKS);
    long id = replied();
    JsonNode answered = server.awaitState(id, "answered");
    assertThat(reply(answered).path("status").asString()).isEqualTo("sent");
    assertThat(reply(answered).path("attempts").asInt()).isEqualTo(1);
    assertThat(published(id)).isEqualTo(1);
  }

  @Test
  void aReplyThatTheNetworkNeverGotIsSentOnceMore() throws Exception {
    server.network.failOnce(BREAKS_BEFORE);
    long id = replied();
    JsonNode answered = server.awaitState(id, "answered");
    assertThat(reply(answered).path("attempts").asInt()).isEqualTo(2);
    assertThat(published(id)).isEqualTo(1);
  }

  @Test
  void whatNobodyCanTellIsForAPersonWhoSaysItWasSent() throws Exception {
    server.network.fail(SENDS_AND_CANNOT_TELL);
    long id = replied();
    JsonNode unknown = server.awaitCase(id, c -> c.path("openExceptions").asInt() == 1);
    assertThat(unknown.path("state").asString()).isEqualTo("pending");
    assertThat(reply(unknown).path("status").asString()).isEqualTo("unknown");
    JsonNode exception = exceptions(id).getFirst();
    assertThat(exception.path("kind").asString()).isEqualTo("send_unknown");
    assertThat(exception.path("replyText").asString()).isEqualTo(text(id));

    assertThat(clear(exception, "was_sent").status()).isEqualTo(200);
    JsonNode answered = server.awaitState(id, "answered");
    assertThat(reply(answered).path("status").asString()).isEqualTo("sent");
    assertThat(answered.path("posts").size()).isEqualTo(2);
    assertThat(exceptions(id)).isEmpty();
    assertThat(published(id)).isEqualTo(1);
    assertThat(clear(exception, "was_sent").status()).as("cleared already").isEqualTo(404);
  }

  @Test
  void whatNobodyCanTellIsForAPersonWhoSendsItAgain() throws Exception {
    server.network.fail(LOSES_AND_CANNOT_TELL);
    long id = replied();
    server.awaitCase(id, c -> c.path("openExceptions").asInt() == 1);
    server.network.fail(Faults.NONE);
    assertThat(clear(exceptions(id).getFirst(), "send_again").status()).isEqualTo(200);
    server.awaitState(id, "answered");
    assertThat(published(id)).isEqualTo(1);
    assertThat(exceptions(id)).isEmpty();
  }

  @Test
  void whatNobodyCanTellIsForAPersonWhoGivesItUp() throws Exception {
    server.network.fail(LOSES_AND_CANNOT_TELL);
    long id = replied();
    server.awaitCase(id, c -> c.path("openExceptions").asInt() == 1);
    assertThat(clear(exceptions(id).getFirst(), "give_up").status()).isEqualTo(200);
    JsonNode waiting = server.awaitState(id, "waiting");
    assertThat(reply(waiting).path("status").asString()).isEqualTo("failed");
    assertThat(exceptions(id)).isEmpty();
    assertThat(published(id)).isZero();
  }

  @Test
  void aFailedReplyIsNotSentAgainOverSomebodysHead() throws Exception {
    server.network.fail(LOSES_AND_CANNOT_TELL);
    long id = replied();
    server.awaitCase(id, c -> c.path("openExceptions").asInt() == 1);
    JsonNode exception = exceptions(id).getFirst();
    assertThat(clear(exception, "shrug").status()).isEqualTo(400);
    Answer nobody = server.api.post("/api/v1/exceptions/987654321/clear", clearing("give_up"));
    assertThat(nobody.status()).isEqualTo(404);
    Answer unsaid = server.api.post("/api/v1/exceptions/1/clear", Map.of("agent", "ada"));
    assertThat(unsaid.text("detail")).contains("how");
    assertThat(clear(exception, "give_up").status()).isEqualTo(200);
  }

  private long replied() throws Exception {
    long id = server.newCase(brand);
    assertThat(server.reply(id, server.claim(id, "ada"), text(id)).status()).isEqualTo(202);
    return id;
  }

  private static String text(long id) {
    return "We look after case " + id + ". ^A";
  }

  private static JsonNode reply(JsonNode found) {
    return found.path("replies").path(0);
  }

  private long published(long id) {
    return server.network.newest().stream()
        .filter(shown -> shown.reply().text().equals(text(id)))
        .count();
  }

  private List<JsonNode> exceptions(long id) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode item : server.api.get("/api/v1/exceptions?brand=" + brand).json().path("items")) {
      if (item.path("caseId").asLong() == id) {
        found.add(item);
      }
    }
    return found;
  }

  private Answer clear(JsonNode exception, String how) throws Exception {
    return server.api.post(
        "/api/v1/exceptions/%d/clear".formatted(exception.path("id").asLong()), clearing(how));
  }

  private static Map<String, String> clearing(String how) {
    return Map.of("agent", "grace", "how", how);
  }
}
