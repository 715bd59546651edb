package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Customers over HTTP: joined and parted, muted and heard again; and personal data in replies. */
@ExtendWith(OneServer.class)
class CustomersContractTest {
  private static final String PROBLEM = "urn:switchboard:problem:";

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  CustomersContractTest(TestServer server) {
    this.server = server;
  }

  private long asks(String id, String author, Object... more) throws Exception {
    List<Object> fields = new ArrayList<>(List.of("author", author));
    fields.addAll(List.of(more));
    server.accept(server.post(brand, id, fields.toArray()));
    return server
        .api
        .get("/api/v1/cases?sort=newest&brand=" + brand)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("author").asString().equals(author))
        .mapToLong(item -> item.path("id").asLong())
        .max()
        .orElse(0);
  }

  private JsonNode customerOf(long caseId) throws Exception {
    return server.api.get("/api/v1/cases/%d/customer".formatted(caseId)).json();
  }

  private Answer act(String path, Map<String, ?> body) throws Exception {
    return server.api.post("/api/v1/" + path, body);
  }

  @Test
  void accountsOnTwoNetworksAreJoinedByHandAndParted() throws Exception {
    long onX = asks("a", "casey");
    long onMastodon =
        asks("b", "casey@home.example", "channel", "mastodon:@" + brand, "brand", brand);
    long x = customerOf(onX).path("id").asLong();
    JsonNode found =
        server.api.get("/api/v1/customers?brand=%s&q=casey@".formatted(brand)).json().path("items");
    assertThat(found).hasSize(1);
    long mastodon = found.get(0).path("id").asLong();

    Answer joined =
        act("customers/%d/join".formatted(x), Map.of("author", mastodon, "agent", "ada"));
    assertThat(joined.status()).as(joined.body()).isEqualTo(200);
    JsonNode both = joined.json().path("customer");
    assertThat(both.path("authors")).hasSize(2);
    assertThat(both.path("cases").valueStream().map(c -> c.path("id").asLong()))
        .containsExactlyInAnyOrder(onX, onMastodon);
    assertThat(both.path("joins").get(0).path("by").asString()).isEqualTo("ada");
    assertThat(customerOf(onMastodon)).isEqualTo(both);
    assertThat(server.api.get("/api/v1/customers/" + mastodon).json()).isEqualTo(both);

    Answer again =
        act("customers/%d/join".formatted(mastodon), Map.of("author", x, "agent", "ada"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("detail")).contains("one customer already");

    Answer parted = act("customers/%d/undo".formatted(x), Map.of("agent", "grace"));
    assertThat(parted.status()).as(parted.body()).isEqualTo(200);
    assertThat(parted.json().path("customer").path("authors")).hasSize(1);
    assertThat(customerOf(onMastodon).path("cases")).hasSize(1);
    assertThat(act("customers/%d/undo".formatted(x), Map.of("agent", "ada")).status())
        .isEqualTo(409);
  }

  @Test
  void whoIsMutedOpensNoCaseAndIsHeardAgainWhenUnmuted() throws Exception {
    long first = asks("a", "noisy");
    long author = customerOf(first).path("authors").get(0).path("id").asLong();
    assertThat(act("authors/%d/mute".formatted(author), Map.of("agent", "ada")).status())
        .isEqualTo(200);

    assertThat(asks("b", "noisy")).isEqualTo(first);
    JsonNode muted = customerOf(first).path("authors").get(0);
    assertThat(muted.path("muted").path("by").asString()).isEqualTo("ada");
    assertThat(muted.path("posts").asLong()).isEqualTo(2);

    act("authors/%d/unmute".formatted(author), Map.of("agent", "grace"));
    assertThat(asks("c", "noisy")).isGreaterThan(first);
    assertThat(customerOf(first).path("authors").get(0).path("muted").isNull()).isTrue();
  }

  @Test
  void spamIsClosedAndMutedAndComesBackWhenItWasNone() throws Exception {
    long waiting = asks("a", "noisy");
    long held = asks("b", "noisy");
    server.claim(held, "grace");
    long author = customerOf(waiting).path("authors").get(0).path("id").asLong();

    Answer spam = act("authors/%d/spam".formatted(author), Map.of("agent", "ada"));
    assertThat(spam.number("cases")).isEqualTo(1);
    assertThat(spam.number("left")).as("what Grace works on is hers").isEqualTo(1);
    assertThat(server.read(waiting).path("closeReason").asString()).isEqualTo("spam");
    assertThat(server.read(held).path("state").asString()).isEqualTo("claimed");
    assertThat(spam.json().path("customer").path("authors").get(0).at("/muted/spam").asBoolean())
        .isTrue();

    Answer heard = act("authors/%d/unmute".formatted(author), Map.of("agent", "ada"));
    assertThat(heard.number("cases")).isEqualTo(1);
    assertThat(server.read(waiting).path("state").asString()).isEqualTo("waiting");
  }

  @Test
  void aReplyThatShowsPersonalDataToEverybodyIsSentOnPurposeOnly() throws Exception {
    long id = asks("a", "casey");
    long token = server.claim(id, "ada");
    String text = "Is +44 7700 900123 still your number? ^A";
    Answer refused = server.reply(id, token, text);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo(PROBLEM + "personal-data");
    assertThat(refused.json().path("found").get(0).asString()).isEqualTo("phone");
    assertThat(refused.body()).doesNotContain("900123");
    assertThat(server.read(id).path("state").asString()).isEqualTo("claimed");

    Map<String, ?> body = Map.of("text", text, "token", token, "seenThrough", server.lastPost(id));
    assertThat(server.act(id, "reply", with(body, "maybe")).status()).isEqualTo(400);
    assertThat(server.act(id, "reply", with(body, "intended")).status()).isEqualTo(202);
    server.awaitState(id, "answered");
  }

  private static Map<String, Object> with(Map<String, ?> body, String personalData) {
    Map<String, Object> more = new HashMap<>(body);
    more.put("personalData", personalData);
    return more;
  }

  @Test
  void inADirectMessageItIsBetweenTheTwo() throws Exception {
    long id = asks("a", "casey", "kind", "direct");
    long token = server.claim(id, "ada");
    assertThat(server.reply(id, token, "Is +44 7700 900123 still your number?").status())
        .isEqualTo(202);
  }

  @Test
  void whatIsMissingOrNotThereIsSaid() throws Exception {
    long id = asks("a", "casey");
    long author = customerOf(id).path("id").asLong();
    assertThat(server.api.get("/api/v1/customers/987654321").status()).isEqualTo(404);
    assertThat(server.api.get("/api/v1/cases/987654321/customer").status()).isEqualTo(404);
    assertThat(act("authors/987654321/mute", Map.of("agent", "ada")).status()).isEqualTo(404);
    assertThat(act("customers/%d/join".formatted(author), Map.of("agent", "ada")).text("detail"))
        .contains("author");
    assertThat(
            act("customers/%d/join".formatted(author), Map.of("author", 987654321, "agent", "ada"))
                .status())
        .isEqualTo(404);
    assertThat(
            act("customers/%d/join".formatted(author), Map.of("author", author, "agent", "ada"))
                .status())
        .isEqualTo(409);
    assertThat(server.api.get("/api/v1/customers?brand=%s&q=%%20".formatted(brand)).status())
        .isEqualTo(400);
  }
}
