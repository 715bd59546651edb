package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Cases that rest in their holder's hands, over HTTP. */
@ExtendWith(OneServer.class)
class PausesContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  PausesContractTest(TestServer server) {
    this.server = server;
  }

  private Answer pause(long id, long token, String on, String reason, Instant until)
      throws Exception {
    return server.act(
        id,
        "pause",
        Map.of("token", token, "waitingOn", on, "reason", reason, "until", until.toString()));
  }

  private JsonNode paused(long id) throws Exception {
    return server.read(id).path("claim").path("paused");
  }

  private List<Long> listed(String query) throws Exception {
    List<Long> ids = new ArrayList<>();
    server
        .api
        .get("/api/v1/cases?brand=%s&%s".formatted(brand, query))
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asLong()));
    return ids;
  }

  @Test
  void aPausedCaseSaysWhyAndGoesOnByHand() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Instant until = server.clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
    Answer rests = pause(id, token, "company", "the workshop looks for it", until);
    assertThat(rests.status()).as(rests.body()).isEqualTo(200);
    assertThat(rests.number("token")).isEqualTo(token);
    assertThat(paused(id).path("waitingOn").asString()).isEqualTo("company");
    assertThat(paused(id).path("reason").asString()).isEqualTo("the workshop looks for it");
    assertThat(Instant.parse(paused(id).path("until").asString())).isEqualTo(until);

    server.accept(server.post(brand, brand + "-9", "author", "noor"));
    long other = listed("state=waiting").getFirst();
    pause(other, server.claim(other, "ada"), "customer", "a photo", until);
    assertThat(listed("state=paused")).containsExactlyInAnyOrder(id, other);
    assertThat(listed("state=paused&waitingOn=company")).containsExactly(id);
    assertThat(listed("waitingOn=customer")).containsExactly(other);
    assertThat(server.api.get("/api/v1/cases?waitingOn=nobody").status()).isEqualTo(400);
    JsonNode floor = server.api.get("/api/v1/operations/floor?brand=" + brand).json();
    assertThat(floor.at("/paused/customer").asInt()).isEqualTo(1);
    assertThat(floor.at("/paused/company").asInt()).isEqualTo(1);
    assertThat(Instant.parse(floor.at("/paused/nextUntil").asString())).isEqualTo(until);

    Answer twice = pause(id, token, "customer", "a photo", until);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.text("type")).endsWith("paused-already");
    assertThat(server.act(id, "resume", Map.of("token", token)).number("token")).isEqualTo(token);
    assertThat(paused(id).isNull()).isTrue();
    assertThat(server.act(id, "resume", Map.of("token", token)).text("type"))
        .endsWith("not-paused");
  }

  @Test
  void theCustomersNextWordAndTheTimeEndAPause() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Instant until = server.clock.instant().plus(Duration.ofMinutes(10));
    pause(id, token, "customer", "the number on the ticket", until);
    server.accept(
        server.post(
            brand,
            brand + "-2",
            "inReplyTo",
            server.read(id).path("posts").path(0).path("externalId").asString(),
            "text",
            "It is 4711, please help!"));
    assertThat(paused(id).isNull()).isTrue();
    assertThat(server.read(id).path("claim").path("agent").asString()).isEqualTo("ada");

    pause(id, token, "company", "the workshop looks for it", until);
    server.clock.advance(Duration.ofMinutes(10));
    server.awaitCase(id, found -> found.path("claim").path("paused").isNull());
    assertThat(server.read(id).path("claim").path("agent").asString()).isEqualTo("ada");
    server.clock.advance(Duration.ofMinutes(3));
    server.awaitState(id, "waiting");
  }

  @Test
  void whatIsNoPauseIsRefusedInWords() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Instant soon = server.clock.instant().plus(Duration.ofHours(1));
    assertThat(pause(id, token, "nobody", "x", soon).text("detail"))
        .contains("waitingOn must be customer or company");
    assertThat(pause(id, token, "customer", " ", soon).status()).isEqualTo(400);
    assertThat(pause(id, token, "customer", "x", soon.minus(Duration.ofDays(1))).text("detail"))
        .contains("until must be later than now");
    assertThat(pause(id, token + 1, "customer", "x", soon).text("type")).endsWith("claim-lost");
  }
}
