package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code POST /api/v1/changes}: what goes in, what is refused, and what twice means. */
@ExtendWith(OneServer.class)
class ChangesContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  ChangesContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void aDeployIsTakenOnceHoweverOftenItIsSent() throws Exception {
    Answer first = send(deploy("d1"));
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");

    assertThat(send(deploy("d1")).body())
        .isEqualTo("{\"accepted\":0,\"duplicates\":1,\"rejected\":[]}");
    assertThat(send("[" + deploy("d1") + "," + deploy("d2") + "," + deploy("d2") + "]").body())
        .isEqualTo("{\"accepted\":1,\"duplicates\":2,\"rejected\":[]}");
  }

  @Test
  void twoBrandsMayHaveChangesOfOneIdAndAllBrandsAThird() throws Exception {
    String id = brand + "-release-7";
    assertThat(send(deploy(id)).number("accepted")).isEqualTo(1);
    String other = "/api/v1/changes?brand=" + TestServer.newBrand();
    assertThat(server.api.post(other, deploy(id)).number("accepted")).isEqualTo(1);
    assertThat(server.api.post("/api/v1/changes", deploy(id)).number("accepted")).isEqualTo(1);
    assertThat(server.api.post("/api/v1/changes", deploy(id)).number("duplicates")).isEqualTo(1);
  }

  @Test
  void badLinesAreNamedAndTheirNeighboursKept() throws Exception {
    String body =
        deploy("a")
            + "\n{\"id\":\"b\"}\nno json\n"
            + deploy("c").replace("deploy\"", "party\"")
            + "\n"
            + deploy("d");
    Answer answer = send(body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.number("accepted")).isEqualTo(2);
    assertThat(answer.json().path("rejected").findValuesAsString("line"))
        .containsExactly("2", "3", "4");
    assertThat(answer.json().path("rejected").findValuesAsString("reason"))
        .satisfiesExactly(
            missing -> assertThat(missing).contains("is missing"),
            none -> assertThat(none).contains("not one JSON object"),
            party -> assertThat(party).contains("party", "say one of deploy, rollback"));
  }

  @Test
  void aCloudEventOfCdEventsIsTakenAndOneThatNobodyFeelsIsLeftOut() throws Exception {
    String deployed =
        """
        {"specversion":"1.0","id":"ce1","source":"/ci","type":"dev.cdevents.service.deployed.0.2.0",
         "time":"2026-01-31T08:00:00Z","subject":"checkout","data":{"environment":"production"}}
        """
            .replace("\n", " ");
    String built = deployed.replace("ce1", "ce2").replace("service.deployed", "build.finished");
    Answer answer = send(deployed + "\n" + built);
    assertThat(answer.number("accepted")).isEqualTo(1);
    assertThat(answer.json().path("rejected")).isEmpty();
    assertThat(answer.json().path("ignored").path(0).path("line").asLong()).isEqualTo(2);
  }

  @Test
  void aBodyThatCurlTakesForAFormIsTakenToo() throws Exception {
    Answer answer =
        server.api.send(
            server
                .api
                .request("/api/v1/changes?brand=" + brand)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(deploy("form"))));
    assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
  }

  @Test
  void whatIsTooMuchOrHasNoNameIsRefusedInWords() throws Exception {
    Answer large = send("x".repeat(ChangesApi.MAX_BODY_BYTES + 1));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text("detail")).contains("several requests");
    Answer nameless = server.api.post("/api/v1/changes?brand=", deploy("n"));
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(nameless.text("detail")).contains("brand");
  }

  private Answer send(String body) throws Exception {
    return server.api.post("/api/v1/changes?brand=" + brand, body);
  }

  private String deploy(String id) {
    return """
    {"id":"%s","type":"deploy","service":"checkout","startedAt":"%s","summary":"new card form"}\
    """
        .formatted(id, server.clock.instant());
  }
}
