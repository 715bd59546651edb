package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.app.Switchboard;
import dev.switchboard.server.floor.FairnessWatch;
import dev.switchboard.server.floor.Floors;
import dev.switchboard.store.floor.FairnessAlarms;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The figures of the floor over HTTP. */
@ExtendWith(OneServer.class)
class OperationsContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  OperationsContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void whatIsAnsweredWithoutAnExceptionFlowed() throws Exception {
    long id = server.newCase(brand);
    assertThat(flow("").json().path("share").isNull()).isTrue();
    long token = server.claim(id, "ada");
    server.reply(id, token, "It is on its way.");
    server.awaitState(id, "answered");

    Answer flow = flow("&hours=1");
    assertThat(flow.number("answered")).isEqualTo(1);
    assertThat(flow.number("flowed")).isEqualTo(1);
    assertThat(flow.json().path("share").asDouble()).isEqualTo(1);
  }

  @Test
  void aTimeThatIsTooLongOrNoneIsRefusedInWords() throws Exception {
    server.newCase(brand);
    for (String hours : new String[] {"0", "-1", "745"}) {
      Answer refused = flow("&hours=" + hours);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("detail")).contains("between 1 and 744", hours);
    }
  }

  @Test
  void whoAsksForABrandThatThereIsNotIsToldSo() throws Exception {
    for (String path :
        List.of(
            "operations/floor?",
            "operations/fairness?",
            "operations/flow?",
            "cases?state=waiting&",
            "exceptions?",
            "incidents?",
            "triage/counts?",
            "triage/promise?",
            "triage/posts?view=unsure&",
            "customers?q=ada&")) {
      Answer none = server.api.get("/api/v1/" + path + "brand=" + brand);
      assertThat(none.status()).as(path).isEqualTo(404);
      assertThat(none.text("type")).endsWith("not-found");
      assertThat(none.text("detail")).isEqualTo("There is no brand \"%s\".".formatted(brand));
    }
    server.accept(server.post(brand, brand + "-1"));
    assertThat(server.api.get("/api/v1/operations/floor?brand=" + brand).status()).isEqualTo(200);
  }

  @Test
  void theFloorSaysWhatWaitsWhoIsThereAndWhoWaitsHowLong() throws Exception {
    server.accept(
        server.post(brand, brand + "-1", "language", "de", "authorFollowers", 90_000),
        server.post(brand, brand + "-2", "author", "noor", "language", "fr"));
    server.running.switchboard().staff().bring("Ada of " + brand, speaks("de"));
    server.running.switchboard().staff().setPresence(null, "Ada of " + brand, Presence.WORKING);

    JsonNode floor = server.api.get("/api/v1/operations/floor?brand=" + brand).json();
    assertThat(floor.at("/cases/waiting").asLong()).isEqualTo(2);
    assertThat(floor.at("/cases/cameLastHour").asLong()).isEqualTo(2);
    assertThat(floor.at("/waitingByAge/0/underSeconds").asLong()).isEqualTo(900);
    assertThat(floor.at("/waitingByAge/0/cases").asLong()).isEqualTo(2);
    assertThat(floor.at("/waitingByAge/4/underSeconds").isNull()).isTrue();
    assertThat(floor.path("languages"))
        .extracting(queue -> queue.path("name").asString() + queue.path("here").asInt())
        .containsExactlyInAnyOrder("de1", "fr0");
    assertThat(floor.path("topics").size()).isPositive();
    assertThat(floor.at("/people/working").asInt()).isEqualTo(1);
    assertThat(floor.at("/people/withRoom").asInt()).isEqualTo(1);
    assertThat(floor.at("/people/items/0/name").asString()).isEqualTo("Ada of " + brand);
    assertThat(floor.at("/people/items/0/capacity").asInt()).isEqualTo(4);
    assertThat(floor.at("/people/items/0/offered").asInt()).isZero();
    assertThat(floor.at("/offers/open").asInt()).isZero();
    assertThat(floor.at("/offers/acceptedLastHour").asInt()).isZero();
    assertThat(floor.at("/day/share").isNull()).isTrue();

    JsonNode waits = server.api.get("/api/v1/operations/fairness?brand=" + brand).json();
    assertThat(waits.path("cases").asInt()).isEqualTo(2);
    assertThat(waits.path("all").asBoolean()).isTrue();
    assertThat(waits.path("loudFirst").isNull()).isTrue();
    assertThat(waits.path("byReach"))
        .extracting(wait -> wait.path("who").asString() + wait.path("customers").asInt())
        .containsExactly("unknown1", "under1k0", "under10k0", "over10k1");
    assertThat(waits.at("/byNetwork/0/who").asString()).isEqualTo("x");
  }

  @Test
  void whenTheLoudAreServedFirstTheBrandHasAnExceptionThatSaysSo() throws Exception {
    String before = server.clock.instant().minusSeconds(3_600).toString();
    String after = server.clock.instant().minusSeconds(3_000).toString();
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < 104; i++) {
      String id = brand + "-" + i;
      boolean loud = i % 2 == 0;
      posts.add(
          server.post(
              brand, id, "author", id, "authorFollowers", loud ? 90_000 : 9, "createdAt", before));
      if (loud) {
        posts.add(
            server.post(
                brand,
                id + "a",
                "author",
                brand,
                "direction",
                "out",
                "inReplyTo",
                id,
                "createdAt",
                after));
      }
    }
    server.accept(posts.toArray(String[]::new));
    Switchboard switchboard = server.running.switchboard();
    Jdbi jdbi = switchboard.database().jdbi();
    // What was answered before it came is history; these were not.
    jdbi.useHandle(
        h -> h.execute("UPDATE cases SET opened_at = asked_at WHERE opened_at > first_reply_at"));
    new FairnessWatch(
            new Floors(jdbi, CaseWeights.DEFAULT, server.clock),
            new FairnessAlarms(jdbi),
            () -> List.of(brand),
            server.clock,
            switchboard.tail()::wake)
        .look();

    JsonNode open = server.api.get("/api/v1/exceptions?brand=" + brand).json().path("items");
    assertThat(open.at("/0/kind").asString()).isEqualTo("loud_first");
    assertThat(open.at("/0/reason").asString()).contains("waited less").contains("100 %");
    assertThat(open.at("/0/caseId").isNull()).isTrue();
  }

  private ProfileChange speaks(String language) {
    return new ProfileChange(null, List.of(brand), List.of(language), null, 4, null, null, null);
  }

  private Answer flow(String more) throws Exception {
    return server.api.get("/api/v1/operations/flow?brand=" + brand + more);
  }
}
