package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/posts}: what goes in, what is refused, and what twice means. */
@ExtendWith(OneServer.class)
class PostsContractTest {
  private static final String POSTS = "/api/v1/posts";

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  PostsContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void linesOfJsonAreTaken() throws Exception {
    Answer answer = server.api.post(POSTS, post("1") + "\n\n" + post("2") + "\r\n" + post("3"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"accepted\":3,\"duplicates\":0,\"rejected\":[]}");
    assertThat(externalIds()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void anArrayIsTaken() throws Exception {
    Answer answer = server.api.post(POSTS, "[" + post("1") + ",\n" + post("2") + "]");
    assertThat(answer.number("accepted")).isEqualTo(2);
    assertThat(externalIds()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void oneObjectIsTaken() throws Exception {
    assertThat(server.api.post(POSTS, post("1")).number("accepted")).isEqualTo(1);
    assertThat(externalIds()).containsExactly("1");
  }

  @Test
  void nothingIsTakenFromAnEmptyBody() throws Exception {
    for (String body : List.of("", "\n\n", "[]")) {
      Answer answer = server.api.post(POSTS, body);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}");
    }
  }

  @Test
  void theSameBodyTwiceAddsNothing() throws Exception {
    String body = post("1") + "\n" + post("2") + "\n" + post("1");
    Answer first = server.api.post(POSTS, body);
    assertThat(first.number("accepted")).isEqualTo(2);
    assertThat(first.number("duplicates")).isEqualTo(1);
    Answer second = server.api.post(POSTS, body);
    assertThat(second.number("accepted")).isZero();
    assertThat(second.number("duplicates")).isEqualTo(3);
    assertThat(externalIds()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void eachBadLineIsNamedAndItsNeighboursAreKept() throws Exception {
    List<String> bad =
        List.of(
            "{\"id\":",
            "7",
            "[]",
            post("b", "id", null),
            post("b", "id", List.of()),
            post("b", "channel", null),
            post("b", "channel", "nowhere"),
            post("b", "author", " "),
            post("b", "text", null),
            post("b", "text", 12),
            post("b", "text", "x".repeat(1 << 20)),
            post("b", "createdAt", null),
            post("b", "createdAt", "yesterday"),
            post("b", "createdAt", "1999-12-31T23:59:59Z"),
            post("b", "createdAt", "2999-01-01T00:00:00Z"),
            post("b", "direction", "sideways"),
            post("b", "kind", "shout"),
            post("b", "authorFollowers", "many"),
            post("b").replace("\"author\":", "\"id\":\"again\",\"author\":"));
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < bad.size(); i++) {
      body.append(post("good-" + i)).append('\n').append(bad.get(i)).append('\n');
    }
    Answer answer = server.api.post(POSTS, body.toString());
    assertThat(answer.number("accepted")).isEqualTo(bad.size());
    JsonNode rejected = answer.json().path("rejected");
    assertThat(rejected.size()).as(answer.body()).isEqualTo(bad.size());
    for (int i = 0; i < bad.size(); i++) {
      assertThat(rejected.get(i).path("line").asLong()).isEqualTo(2L * i + 2);
      assertThat(rejected.get(i).path("reason").asString()).as(bad.get(i)).hasSizeBetween(10, 500);
    }
    assertThat(externalIds()).hasSize(bad.size());
  }

  @Test
  void whatCanBeRepairedIsKept() throws Exception {
    String text = "help \\u0000me please, half a heart \\ud83d here";
    Answer answer = server.api.post(POSTS, post("1", "text", "TEXT").replace("TEXT", text));
    assertThat(answer.number("accepted")).isEqualTo(1);
    JsonNode kept = only();
    assertThat(kept.path("text").asString()).isEqualTo("help me please, half a heart \uFFFD here");
  }

  @Test
  void bytesThatAreNoTextAreRefusedWithTheirLine() throws Exception {
    byte[] body = (post("1") + "\n{\"id\":\"\u00e9\"}\n" + post("3")).getBytes("ISO-8859-1");
    Answer answer =
        server.api.send(server.api.request(POSTS).POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.number("accepted")).isEqualTo(2);
    assertThat(answer.json().path("rejected").get(0).path("line").asLong()).isEqualTo(2);
    assertThat(answer.json().path("rejected").get(0).path("reason").asString()).contains("UTF-8");
  }

  @Test
  void aPostOfAnotherBrandThanItsChannelsIsRefused() throws Exception {
    server.accept(post("1", "brand", "North"));
    Answer answer = server.api.post(POSTS, post("2", "brand", "South") + "\n" + post("3"));
    assertThat(answer.number("accepted")).isEqualTo(1);
    assertThat(answer.json().path("rejected").get(0).path("reason").asString())
        .contains("x:@" + brand, "North", "South");
  }

  @Test
  void permalinkMediaAndUnknownFieldsAreKept() throws Exception {
    server.accept(
        post(
            "1",
            "url",
            "https://example.org/p/1",
            "media",
            List.of("https://example.org/a.png"),
            "mood",
            "stormy"));
    JsonNode kept = only();
    assertThat(kept.path("url").asString()).isEqualTo("https://example.org/p/1");
    assertThat(kept.path("extra").path("mood").asString()).isEqualTo("stormy");
    assertThat(kept.path("extra").path("media").get(0).asString()).endsWith("a.png");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherAnnouncedOrNot() throws Exception {
    byte[] body = new byte[PostsApi.MAX_BODY_BYTES + 1];
    var announced = server.api.request(POSTS).POST(BodyPublishers.ofByteArray(body));
    var streamed =
        server
            .api
            .request(POSTS)
            .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));
    for (var request : List.of(announced, streamed)) {
      Answer answer = server.api.send(request);
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.text("detail")).contains(Integer.toString(PostsApi.MAX_BODY_BYTES));
    }
  }

  @Test
  void anAnswerBeforeItsQuestionEndsOnOneConversation() throws Exception {
    server.accept(post("answer", "direction", "out", "author", brand, "inReplyTo", "question"));
    server.accept(post("question"));
    assertThat(externalIds()).containsExactlyInAnyOrder("question", "answer");
  }

  private String post(String id, @Nullable Object... fields) {
    return server.post(brand, id, fields);
  }

  private JsonNode only() throws Exception {
    JsonNode items = server.api.get("/api/v1/cases?channel=x:@" + brand).json().path("items");
    assertThat(items.size()).isEqualTo(1);
    return server.read(items.get(0).path("id").asLong()).path("posts").get(0);
  }

  /** The posts of all open cases of the brand. */
  private List<String> externalIds() throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode item : server.api.get("/api/v1/cases?channel=x:@" + brand).json().path("items")) {
      for (JsonNode post : server.read(item.path("id").asLong()).path("posts")) {
        found.add(post.path("externalId").asString());
      }
    }
    return found;
  }
}
