package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an author changes or withdraws. */
@ExtendWith(OneServer.class)
class EditsContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();
  private final String post = brand + "-1";

  EditsContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void anEditIsShownAndAnOlderOneThatComesLateIsNot() throws Exception {
    long id = server.newCase(brand);
    Instant now = server.clock.instant();
    edit("please help, gate B7", now.plusSeconds(2));
    String late = server.post(brand, post, "text", "gate B1", "editedAt", now.plusSeconds(1));
    assertThat(server.api.post("/api/v1/posts", late).number("duplicates")).isEqualTo(1);
    JsonNode shown = shown(id);
    assertThat(shown.path("text").asString()).isEqualTo("please help, gate B7");
    assertThat(shown.path("editedAt").isNull()).isFalse();
  }

  @Test
  void theTextOfAWithdrawnPostIsNotShownAnywhere() throws Exception {
    long id = server.newCase(brand);
    server.accept(
        "{\"id\":\"%s\",\"channel\":\"x:@%s\",\"deletedAt\":\"%s\"}"
            .formatted(post, brand, server.clock.instant()));
    JsonNode found = server.read(id);
    assertThat(shown(id).path("text").isNull()).isTrue();
    assertThat(shown(id).path("deletedAt").isNull()).isFalse();
    assertThat(found.toString()).doesNotContain("rebook");
    String list = server.api.get("/api/v1/cases?brand=" + brand).body();
    assertThat(list).contains(Long.toString(id)).doesNotContain("rebook");
    assertThat(server.api.get("/api/v1/cases?q=rebook&brand=" + brand).json().path("items"))
        .isEmpty();

    String edit = server.post(brand, post, "text", "I am back", "editedAt", "" + Instant.now());
    assertThat(server.api.post("/api/v1/posts", edit).number("duplicates")).isEqualTo(1);
    assertThat(shown(id).path("text").isNull()).isTrue();
  }

  @Test
  void aDeletionThatComesFirstIsKept() throws Exception {
    server.newCase(brand);
    server.accept(
        "{\"id\":\"gone\",\"channel\":\"x:@%s\",\"inReplyTo\":\"%s\",\"deletedAt\":\"%s\"}"
            .formatted(brand, post, server.clock.instant()));
    String original = server.post(brand, "gone", "inReplyTo", post);
    assertThat(server.api.post("/api/v1/posts", original).number("duplicates")).isEqualTo(1);
  }

  private void edit(String text, Instant at) throws Exception {
    server.accept(server.post(brand, post, "text", text, "editedAt", at.toString()));
  }

  private JsonNode shown(long id) throws Exception {
    return server.read(id).path("posts").get(0);
  }
}
