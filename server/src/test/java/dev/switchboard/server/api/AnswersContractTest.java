package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the server answers what it can't serve, and whom it doesn't serve. */
@ExtendWith(OneServer.class)
class AnswersContractTest {
  private final TestServer server;

  AnswersContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void itLivesAndIsReady() throws Exception {
    assertThat(server.api.get("/health").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(server.api.get("/ready").body()).isEqualTo("{\"status\":\"ready\"}");
  }

  @Test
  void itsFiguresAreForPrometheus() throws Exception {
    server.newCase(TestServer.newBrand());
    Answer metrics = server.api.get("/metrics");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.contentType()).startsWith("text/plain");
    assertThat(metrics.body())
        .contains("# TYPE switchboard_posts_total counter")
        .containsPattern("switchboard_posts_total\\{outcome=\"accepted\"} [1-9]")
        .contains("switchboard_intake_waiting");
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    isProblem(server.api.get("/api/v1/nothing"), 404);
    isProblem(server.api.get("/api/v1/cases/987654321"), 404);
    isProblem(server.api.get("/api/v1/cases/abc"), 400);
    isProblem(server.api.post("/api/v1/cases/1/juggle", "{}"), 404);
  }

  @Test
  void aMethodThatIsNotThereIsAProblem() throws Exception {
    Answer answer = server.api.get("/api/v1/posts");
    isProblem(answer, 405);
    assertThat(answer.header("Allow")).contains("POST");
    isProblem(server.api.send(server.api.request("/api/v1/cases").DELETE()), 405);
  }

  @Test
  void anotherTypeThanJsonIsAProblem() throws Exception {
    HttpRequest.Builder form =
        server
            .api
            .request("/api/v1/cases/1/claim")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("agent=ada"));
    isProblem(server.api.send(form), 415);
  }

  @Test
  void aBodyThatCannotBeReadIsAProblem() throws Exception {
    for (String body : List.of("", "{", "[]", "\"ada\"", "{\"agent\":{}}", "{\"agent\":\"a\"")) {
      Answer answer = server.api.post("/api/v1/cases/1/claim", body);
      isProblem(answer, 400);
      assertThat(answer.body()).as(body).doesNotContain("Exception", "\\tat ", "dev.switchboard");
    }
    Answer wrongType = server.api.post("/api/v1/cases/1/release", "{\"token\":\"x\"}");
    isProblem(wrongType, 400);
    assertThat(wrongType.text("detail")).contains("\"token\" is of another type", "line 1");
  }

  private static void isProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.number("status")).isEqualTo(status);
    assertThat(answer.text("title")).isNotEmpty();
    assertThat(answer.text("detail")).as(answer.body()).isNotEmpty();
  }

  @Test
  void pagesOfOtherSitesAreRefused() throws Exception {
    isProblem(get("Origin", "https://example.org"), 403);
    isProblem(get("Origin", "http://localhost:1"), 403);
    isProblem(get("Origin", "null"), 403);
    isProblem(get("Sec-Fetch-Site", "cross-site"), 403);
    assertThat(get("Origin", "http://localhost:" + server.running.port()).status()).isEqualTo(200);
    assertThat(get("Sec-Fetch-Site", "same-origin").status()).isEqualTo(200);
  }

  private Answer get(String header, String value) throws Exception {
    return server.api.send(server.api.request("/api/v1/cases").header(header, value).GET());
  }

  @Test
  void aNameThatWasPointedHereIsRefused() throws Exception {
    // java.net.http does not let its caller set Host.
    String answer = RawHttp.get(server.running.port(), "/api/v1/cases", "rebound.example.org");
    assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json");
    assertThat(RawHttp.get(server.running.port(), "/api/v1/cases", "127.0.0.1:80"))
        .startsWith("HTTP/1.1 200");
  }
}
