package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with SWITCHBOARD_API_KEY set. */
class KeyContractTest {
  private static final String KEY = "correct-horse";

  @Test
  void callsOfTheApiNeedTheKey(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, KEY)) {
      for (String path :
          new String[] {"/api/v1/cases", "/api/v1/events", "/api/v1/exceptions", "/api/v1/none"}) {
        Answer without = server.api.get(path);
        assertThat(without.status()).as(path).isEqualTo(401);
        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(without.contentType()).startsWith("application/problem+json");
        assertThat(without.text("detail")).contains("SWITCHBOARD_API_KEY");
      }
      assertThat(server.api.post("/api/v1/posts", server.post("north", "1")).status())
          .isEqualTo(401);
      assertThat(with(server, "Bearer wrong").status()).isEqualTo(401);
      assertThat(with(server, "Basic " + KEY).status()).isEqualTo(401);
      assertThat(with(server, "Bearer " + KEY).status()).isEqualTo(200);
      assertThat(server.api.get("/health").status()).isEqualTo(200);
      assertThat(server.api.get("/openapi.json").status()).isEqualTo(200);
    }
  }

  private static Answer with(TestServer server, String authorization) throws Exception {
    return server.api.send(
        server.api.request("/api/v1/cases").header("Authorization", authorization).GET());
  }
}
