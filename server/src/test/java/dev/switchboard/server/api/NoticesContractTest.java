package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What concerns oneself. */
@ExtendWith(OneServer.class)
class NoticesContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  NoticesContractTest(TestServer server) {
    this.server = server;
  }

  private Answer read(String person) throws Exception {
    return server.api.get("/api/v1/notifications?agent=" + person);
  }

  private Answer await(String person, int unread) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Answer answer = read(person);
    while (answer.number("unread") != unread && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      answer = read(person);
    }
    assertThat(answer.number("unread")).as(answer.body()).isEqualTo(unread);
    return answer;
  }

  @Test
  void aHandOverAndAMentionAreToldAndTakenNoteOf() throws Exception {
    String who = brand + "-gil";
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    server.act(id, "transfer", Map.of("token", token, "to", who));
    server.act(id, "note", Map.of("agent", "ada", "text", "@" + who + ": she flies weekly"));

    Answer both = await(who, 2);
    assertThat(both.json().path("items").get(0).path("kind").asString())
        .as(both.body())
        .isEqualTo("mentioned");
    assertThat(both.json().path("items").get(0).path("words").asString()).contains("flies weekly");
    assertThat(both.json().path("items").get(1).path("kind").asString()).isEqualTo("handedOver");
    assertThat(both.json().path("items").get(1).path("caseId").asLong()).isEqualTo(id);
    assertThat(both.json().path("items").get(1).path("actor").asString()).isEqualTo("ada");
    long last = both.json().path("items").get(0).path("id").asLong();
    long first = both.json().path("items").get(1).path("id").asLong();
    Answer one = server.api.post("/api/v1/notifications/read", Map.of("agent", who, "id", first));
    assertThat(one.number("unread")).isEqualTo(1);
    Map<String, ?> through = Map.of("agent", who, "through", last);
    assertThat(server.api.post("/api/v1/notifications/read", through).number("unread")).isZero();
    Answer wrong = server.api.post("/api/v1/notifications/read", Map.of("agent", who));
    assertThat(wrong.status()).isEqualTo(400);
  }
}
