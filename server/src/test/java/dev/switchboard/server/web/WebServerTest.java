package dev.switchboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Gate;
import dev.switchboard.server.web.RawHttp.Answer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call and page may rely on, and what nobody may do. */
@TestInstance(Lifecycle.PER_CLASS)
class WebServerTest {
  private static final String JSON = "Content-Type: application/json";

  private WebServer open;
  private WebServer keyed;
  private RawHttp http;
  private RawHttp locked;

  @BeforeAll
  void start() {
    open = WebServer.start(new WebConfig(0, null), List.of(new ProbeApi()));
    keyed = WebServer.start(new WebConfig(0, "a key of ours"), List.of(new ProbeApi()));
    http = new RawHttp(open.port());
    locked = new RawHttp(keyed.port());
  }

  @AfterAll
  void stop() {
    open.close();
    keyed.close();
  }

  @Test
  void jsonHasInstantsAsTextAndKeepsNulls() {
    Answer answer = http.get("/api/v1/probe");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"word\":null,\"at\":\"2026-01-31T09:15:00.250Z\"}");
  }

  @Test
  void healthWaitsForNobody() {
    Gate away =
        new Gate() {
          @Override
          public boolean isClosed() {
            throw new IllegalStateException("the database is away");
          }

          @Override
          public Caller who(@Nullable String key, @Nullable String session, boolean byPerson) {
            throw new IllegalStateException("the database is away");
          }
        };
    WebConfig config = new WebConfig(0, "a key of ours", Listening.LOCAL, away);
    try (WebServer server = WebServer.start(config, List.of(new ProbeApi()))) {
      RawHttp asking = new RawHttp(server.port());
      assertThat(asking.get("/health", "Cookie: session=some").status()).isEqualTo(200);
      assertThat(asking.get("/assets/1/css/none.css").status()).isEqualTo(404);
      assertThat(asking.get("/api/v1/probe").status()).isEqualTo(500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void thisMachineMayAskByAnyOfItsNames(String name) {
    assertThat(http.get("/api/v1/probe", "Host: %s:%d".formatted(name, http.port())).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"switchboard.example", "localhost.example", "127.0.0.1.example", "10.0.0.1"})
  void aForeignNameThatPointsHereIsRefused(String name) {
    Answer answer = http.get("/api/v1/probe", "Host: " + name);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isProblem);
  }

  @Test
  void aProxyThatWasNotConfiguredIsRefused() {
    Answer answer = http.send("GET /health HTTP/1.1\nX-Forwarded-For: 192.0.2.7", "");
    problem(answer, 403);
    assertThat(answer.body()).contains("behindProxy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://elsewhere.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void pagesOfOtherSitesMayNotPost(String header) {
    Answer answer =
        http.send("POST /api/v1/probe HTTP/1.1\n" + JSON + "\n" + header, "{\"word\":\"x\"}");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void ourOwnPagesMayPost() {
    String head =
        "POST /api/v1/probe HTTP/1.1\n%s\nOrigin: http://localhost:%d\nSec-Fetch-Site: same-origin"
            .formatted(JSON, http.port());
    assertThat(http.send(head, "{\"word\":\"x\"}").status()).isEqualTo(200);
  }

  @Test
  void aLinkThatAPersonFollowsFromElsewhereIsNoForgery() {
    Answer answer = http.get("/health", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate");
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(http.send("POST /console/form HTTP/1.1", "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/probe",
        "/%61pi/v1/probe",
        "/a%70%69/v1/probe",
        "//api/v1/probe",
        "/./api/v1/probe",
        "/x/../api/v1/probe",
        "/api;x=1/v1/probe",
        "/%61pi/v1/nothing",
        "/%zzapi/v1/probe",
        "/api%2Fv1/probe",
        "/api\\v1/probe"
      })
  void withoutTheKeyNoWritingOfThePathLeadsToTheApi(String path) {
    assertThat(locked.get(path).status()).isIn(400, 401, 404);
    assertThat(locked.get(path).body()).doesNotContain("2026-01-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic a key of ours", "a key of ours"})
  void aWrongKeyIsRefused(String authorization) {
    Answer answer = locked.get("/api/v1/probe", "Authorization: " + authorization);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isProblem);
  }

  @Test
  void theKeyOpensTheApiAndHealthNeedsNone() {
    assertThat(locked.get("/api/v1/probe", "Authorization: Bearer a key of ours").status())
        .isEqualTo(200);
    assertThat(locked.get("/api/v1/probe", "authorization: bearer a key of ours").status())
        .isEqualTo(200);
    assertThat(locked.get("/health").status()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsAProblem() {
    problem(http.get("/api/v1/nothing"), 404);
  }

  @Test
  void aWrongMethodIsAProblem() {
    Answer answer = http.send("DELETE /api/v1/probe HTTP/1.1", "");
    problem(answer, 405);
    assertThat(answer.header("Allow")).isPresent();
  }

  @Test
  void aWrongTypeIsAProblem() {
    problem(http.send("POST /api/v1/probe HTTP/1.1\nContent-Type: text/plain", "x"), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"word\":", "[1]", "", "{\"at\":\"yesterday\"}"})
  void whatCannotBeReadIsAProblem(String body) {
    problem(http.send("POST /api/v1/probe HTTP/1.1\n" + JSON, body), 400);
  }

  @Test
  void aMistakeOfOursTellsNothingOfTheInside() {
    Answer answer = http.get("/api/v1/broken", "Accept: application/json");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("inner workings").doesNotContain("Exception");
  }

  @Test
  void everyAnswerSaysWhatABrowserMayDo() {
    Answer answer = http.get("/health");
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("Referrer-Policy")).isPresent();
    assertThat(answer.header("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
  }

  @Test
  void aServerWithNamesIsAskedForByThemAndBelievesItsProxyOnly() {
    Listening named = new Listening("127.0.0.1", Set.of("support.example"), null, null, true);
    try (WebServer server =
        WebServer.start(new WebConfig(0, null, named, Gate.OPEN), List.of(new ProbeApi()))) {
      RawHttp asked = new RawHttp(server.port());
      assertThat(asked.get("/health", "Host: support.example").status()).isEqualTo(200);
      assertThat(asked.get("/health", "Host: other.example").status()).isEqualTo(403);
      Answer proxied = asked.get("/health", "Host: support.example", "X-Forwarded-Proto: https");
      assertThat(proxied.header("Strict-Transport-Security")).isPresent();
    }
    Answer direct = http.get("/health", "X-Forwarded-Proto: https");
    assertThat(direct.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void aTakenPortIsSaidInOneSentence() {
    assertThatThrownBy(() -> WebServer.start(new WebConfig(open.port(), null), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Port %d is taken; stop what uses it, or choose another with --port."
                .formatted(open.port()));
  }

  private void problem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).hasValueSatisfying(this::isProblem);
    assertThat(answer.body()).contains("\"status\":" + status);
  }

  private void isProblem(String type) {
    assertThat(type).startsWith("application/problem+json");
  }
}
