package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** {@code GET /api/v1/cases} and one case: filters, order, pages. */
@ExtendWith(OneServer.class)
class CasesContractTest {
  private final TestServer server;
  private final String brand = TestServer.newBrand();

  CasesContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void theListIsInOrderAndComesInPages() throws Exception {
    int cases = 7;
    Instant start = server.clock.instant().minusSeconds(3_600);
    for (int i = 0; i < cases; i++) {
      String at = start.plusSeconds(60L * ((i * 3) % cases)).toString();
      server.accept(server.post(brand, "p" + i, "createdAt", at, "author", "author" + i));
    }
    List<String> oldest = pages("&sort=oldest", 3);
    assertThat(oldest).hasSize(cases).isSorted();
    assertThat(pages("&sort=newest", 2)).isEqualTo(oldest.reversed());
    assertThat(pages("", 3)).as("urgent: who has waited longest").isEqualTo(oldest);
    assertThat(pages("&sort=oldest", 200)).isEqualTo(oldest);
  }

  /** When each case was asked, page by page. */
  private List<String> pages(String query, int limit) throws Exception {
    List<String> asked = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = list(query + "&limit=" + limit + cursor);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      JsonNode items = page.json().path("items");
      assertThat(items.size()).isBetween(1, limit);
      items.forEach(item -> asked.add(item.path("askedAt").asString()));
      cursor = page.json().path("next").isNull() ? "" : "&cursor=" + page.text("next");
    } while (!cursor.isEmpty());
    return asked;
  }

  @Test
  void onlyTheCasesThatAreAskedForAreListed() throws Exception {
    long id = server.newCase(brand);
    server.accept(
        server.post(brand, "other", "author", "robin", "text", "please help, my 100%_bag is lost"));
    assertThat(ids("")).hasSize(2);
    assertThat(ids("&state=waiting")).hasSize(2);
    assertThat(ids("&q=rebook")).containsExactly(id);
    assertThat(ids("&q=ROBIN")).hasSize(1).doesNotContain(id);
    assertThat(ids("&q=100%25_bag")).hasSize(1).doesNotContain(id);
    assertThat(ids("&q=100__bag")).isEmpty();
    assertThat(ids("&channel=x:@" + brand)).hasSize(2);
    assertThat(ids("&channel=x:@nobody")).isEmpty();

    server.claim(id, "ada");
    assertThat(ids("&state=claimed")).containsExactly(id);
    assertThat(ids("&agent=ada")).containsExactly(id);
    assertThat(ids("&agent=grace")).isEmpty();
    assertThat(ids("&state=waiting")).hasSize(1);
  }

  @Test
  void aClosedCaseIsListedOnlyWhenAskedFor() throws Exception {
    long id = server.newCase(brand);
    server.act(id, "close", Map.of("agent", "ada"));
    assertThat(ids("")).isEmpty();
    assertThat(ids("&state=closed")).containsExactly(id);
    JsonNode closed = server.read(id);
    assertThat(closed.path("closeReason").asString()).isEqualTo("done");
    assertThat(closed.path("closedAt").isNull()).isFalse();
  }

  @Test
  void aCaseIsReadWithItsConversation() throws Exception {
    long id = server.newCase(brand);
    server.accept(
        server.post(
            brand, "more", "inReplyTo", brand + "-1", "text", "please help, still waiting"));
    JsonNode found = server.read(id);
    assertThat(found.path("id").asLong()).isEqualTo(id);
    assertThat(found.path("brand").asString()).isEqualTo(brand);
    assertThat(found.path("channel").asString()).isEqualTo("x:@" + brand);
    assertThat(found.path("state").asString()).isEqualTo("waiting");
    assertThat(found.path("claim").isNull()).isTrue();
    assertThat(found.path("firstReplyAt").isNull()).isTrue();
    assertThat(found.path("postCount").asInt()).isEqualTo(2);
    JsonNode posts = found.path("posts");
    assertThat(posts.get(0).path("externalId").asString()).isEqualTo(brand + "-1");
    assertThat(posts.get(0).path("verdict").asString()).isIn("help", "unsure");
    assertThat(posts.get(0).path("probability").asDouble()).isBetween(0.0, 1.0);
    assertThat(posts.get(1).path("inReplyTo").asString()).isEqualTo(brand + "-1");
    assertThat(posts.get(1).path("kind").asString()).isEqualTo("reply");
    assertThat(found.path("lastPost").asLong())
        .as("seenThrough may be taken from either place")
        .isEqualTo(posts.get(1).path("id").asLong());
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() throws Exception {
    server.newCase(brand);
    for (String query :
        List.of(
            "&state=asleep", "&sort=random", "&limit=0", "&limit=201", "&limit=x", "&cursor=x")) {
      Answer answer = list(query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
      assertThat(answer.text("detail")).as(query).hasSizeGreaterThan(10);
    }
  }

  private List<Long> ids(String query) throws Exception {
    List<Long> found = new ArrayList<>();
    list(query).json().path("items").forEach(item -> found.add(item.path("id").asLong()));
    return found;
  }

  private Answer list(String query) throws Exception {
    return server.api.get("/api/v1/cases?brand=" + brand + query);
  }
}
