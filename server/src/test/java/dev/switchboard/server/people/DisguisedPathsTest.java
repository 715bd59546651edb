package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No way of writing a path, a method or a header leads past the table of access. */
@TestInstance(Lifecycle.PER_CLASS)
class DisguisedPathsTest {
  private static final int TIMEOUT_MILLIS = 10_000;
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    company.newCase("disguise");
  }

  @AfterAll
  void stop() {
    company.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/cases",
        "HEAD /api/v1/cases",
        "GET /%61pi/v1/cases",
        "GET //api/v1/cases",
        "GET /./api/v1/cases",
        "GET /assets/../api/v1/cases",
        "GET /assets/%2e%2e/api/v1/cases",
        "GET /health/../api/v1/cases",
        "GET /api;x=1/v1/cases",
        "GET /api/v1/cases;x=.css",
        "GET /api/v1/cases/",
        "GET /api/v1/cases.json",
        "GET /API/v1/cases",
        "GET /api/v1/cases%00",
        "GET /",
        "GET /people",
        "GET /metrics",
        "OPTIONS /api/v1/cases",
        "TRACE /api/v1/cases",
        "PUT /api/v1/cases",
        "GET /api/v1/people",
        "POST /api/v1/people"
      })
  void aStrangerGetsNothing(String line) throws IOException {
    String answer = send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("disguise").doesNotContain("Ada");
    assertThat(answer.substring(9, 12)).isIn("303", "400", "401", "403", "404", "405");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer sb_",
        "Authorization: Bearer ",
        "Authorization: Basic QWRhOng=",
        "Authorization: Bearer a key for scripts",
        "Cookie: session=",
        "Cookie: session=x; session=y",
        "Cookie: __Host-session=x",
        "X-Forwarded-For: 127.0.0.1",
        "X-Original-URL: /health",
        "X-HTTP-Method-Override: HEAD"
      })
  void aHeaderAloneLetsNobodyIn(String header) throws IOException {
    String answer =
        send(
            "GET /api/v1/cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + header
                + "\r\n\r\n");
    assertThat(answer.substring(9, 12)).isIn("401", "403");
  }

  @Test
  void aWrongKeyDoesNotFallBackToTheSession() throws Exception {
    Answer answer =
        company.server.api.send(
            company.ada.request("/api/v1/people").header("Authorization", "Bearer sb_wrong").GET());
    assertThat(answer.status()).isEqualTo(401);
  }

  private String send(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), company.server.running.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
