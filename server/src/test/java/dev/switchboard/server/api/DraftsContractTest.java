package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one is writing, kept on the server. */
@ExtendWith(OneServer.class)
class DraftsContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  DraftsContractTest(TestServer server) {
    this.server = server;
  }

  private Answer read(long id, String agent) throws Exception {
    return server.api.get("/api/v1/cases/%d/draft?agent=%s".formatted(id, agent));
  }

  private Answer save(long id, String agent, String text, long revision) throws Exception {
    return server.act(id, "draft", Map.of("agent", agent, "text", text, "revision", revision));
  }

  @Test
  void aDraftIsKeptUntilItsReplyIsQueued() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Answer saved = save(id, "ada", "You are on the 9 o'clock", 1);
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(saved.number("revision")).isEqualTo(1);
    assertThat(read(id, "ada").text("text")).isEqualTo("You are on the 9 o'clock");
    assertThat(read(id, "grace").status()).isEqualTo(404);

    // Refused: the draft stays.
    assertThat(server.reply(id, token + 1, "You are on the 9 o'clock. ^A").status()).isEqualTo(409);
    assertThat(read(id, "ada").status()).isEqualTo(200);
    assertThat(server.reply(id, token, "You are on the 9 o'clock. ^A").status()).isEqualTo(202);
    assertThat(read(id, "ada").status()).isEqualTo(404);
  }

  @Test
  void anEarlierRevisionIsRefusedWithTheLaterOne() throws Exception {
    long id = server.newCase(brand);
    save(id, "ada", "later", 5);
    Answer refused = save(id, "ada", "earlier", 4);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).endsWith("draft-overtaken");
    assertThat(refused.text("text")).isEqualTo("later");
    assertThat(refused.number("revision")).isEqualTo(5);
    assertThat(save(id, "ada", "", 6).status()).isEqualTo(200);
    assertThat(read(id, "ada").status()).isEqualTo(404);
  }

  @Test
  void whatCantBeKeptIsSaid() throws Exception {
    long id = server.newCase(brand);
    assertThat(save(id, "ada", "a".repeat(10_000), 1).status()).isEqualTo(200);
    Answer tooLong = save(id, "ada", "a".repeat(10_001), 2);
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text("detail")).contains("10000").contains("10001");
    assertThat(save(id, "ada", "a\0b", 2).status()).isEqualTo(400);
    assertThat(save(id, "ada", "a", 0).status()).isEqualTo(400);
    assertThat(server.act(id, "draft", Map.of("agent", "ada", "text", "a")).status())
        .isEqualTo(400);
    assertThat(save(id + 999_999, "ada", "a", 1).status()).isEqualTo(404);
  }

  @Test
  void onAHandOverItGoesWithTheCase() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    save(id, "ada", "We look into it", 2);
    server.act(id, "transfer", Map.of("token", token, "to", "grace"));
    assertThat(read(id, "ada").status()).isEqualTo(404);
    assertThat(read(id, "grace").text("leftBy")).isEqualTo("ada");
    assertThat(read(id, "grace").text("text")).isEqualTo("We look into it");
  }
}
