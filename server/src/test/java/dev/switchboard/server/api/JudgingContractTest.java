package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What people say of posts: what it does to cases, what triage learns, and how it is undone. */
@ExtendWith(OneServer.class)
class JudgingContractTest {
  private static final String CHATTER = "watching the planes from the hill with my brother tonight";
  private static final String LIKE_IT = "watching the planes from the hill with my sister tonight";

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  JudgingContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void settingAPostAsideClosesItsCaseAndTheNextSimilarPostChangesAtOnce() throws Exception {
    long post = postSaying("1", CHATTER);
    float before = why(post, "now").path("probability").asFloat();
    assertThat(why(post, "decided").path("model").asInt()).isEqualTo(1);

    Answer answer = say(post, "set-aside", Map.of("agent", "Ada"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("judged")).isEqualTo("setAside");
    assertThat(answer.text("caseState")).isEqualTo("closed");
    assertThat(server.read(answer.number("case")).path("closeReason").asString())
        .isEqualTo("set_aside");
    assertThat(answer.number("model")).isGreaterThan(1);
    long next = postSaying("2", LIKE_IT);
    JsonNode decided = why(next, "decided");
    assertThat(decided.path("model").asLong()).isEqualTo(answer.number("model"));
    assertThat(decided.path("probability").asFloat()).isLessThan(before);
  }

  @Test
  void undoingItBringsTheCaseBackAndTakesTheLessonBack() throws Exception {
    long post = postSaying("1", CHATTER);
    float before = why(post, "now").path("probability").asFloat();
    long caseId = say(post, "set-aside", Map.of("agent", "Ada")).number("case");
    assertThat(why(post, "now").path("probability").asFloat()).isLessThan(before);

    Answer undone = say(post, "undo", Map.of("agent", "Ada"));

    assertThat(undone.status()).isEqualTo(200);
    assertThat(undone.json().path("judged").isNull()).isTrue();
    assertThat(server.read(caseId).path("state").asString()).isEqualTo("waiting");
    assertThat(why(post, "now").path("probability").asFloat()).isEqualTo(before);
    assertThat(why(post, "now").path("model").asLong()).isEqualTo(undone.number("model"));
    assertThat(say(post, "undo", Map.of("agent", "Ada")).text("type")).endsWith("not-possible");
  }

  @Test
  void oneBrandTeachesNoOther() throws Exception {
    long post = postSaying("1", CHATTER);
    String other = TestServer.newBrand();
    server.accept(server.post(other, "1", "text", CHATTER));
    long theirs = onlyPost(other, "unsure");
    float before = why(theirs, "now").path("probability").asFloat();

    say(post, "set-aside", Map.of("agent", "Ada"));

    assertThat(why(theirs, "now").path("probability").asFloat()).isEqualTo(before);
    assertThat(why(theirs, "now").path("model").asInt()).isEqualTo(1);
    assertThat(promise(other).path("labels").asInt()).isZero();
    assertThat(promise(brand).path("labels").asInt()).isEqualTo(1);
  }

  @Test
  void sayingTheSameTwiceTeachesOnce() throws Exception {
    long post = postSaying("1", CHATTER);
    say(post, "set-aside", Map.of("agent", "Ada"));

    Answer again = say(post, "set-aside", Map.of("agent", "Ben"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("label").isNull()).isTrue();
    assertThat(promise(brand).path("labels").asInt()).isEqualTo(1);
  }

  @Test
  void whatAColleagueHoldsIsNotSetAsideUnderTheirHands() throws Exception {
    long caseId = server.newCase(brand);
    long token = server.claim(caseId, "Ben");

    Answer refused = server.act(caseId, "set-aside", Map.of("agent", "Ada"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("holder")).isEqualTo("Ben");
    assertThat(list("set-aside").path("items")).isEmpty();

    Answer own = server.act(caseId, "set-aside", Map.of("agent", "Ben", "token", token));
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.text("caseState")).isEqualTo("closed");
    assertThat(list("set-aside").path("items").path(0).path("label").path("agent").asString())
        .isEqualTo("Ben");
  }

  @Test
  void aCaseWithAnotherPostThatNeedsHelpStaysOpen() throws Exception {
    long caseId = server.newCase(brand);
    server.accept(
        server.post(brand, "more", "inReplyTo", brand + "-1", "text", "please help, still stuck"));
    long first = server.read(caseId).path("posts").path(0).path("id").asLong();

    Answer answer = say(first, "set-aside", Map.of("agent", "Ada"));

    assertThat(answer.text("caseState")).isEqualTo("waiting");
    Answer all = server.act(caseId, "set-aside", Map.of("agent", "Ada"));
    assertThat(all.text("caseState")).isEqualTo("closed");
    assertThat(list("set-aside").path("items")).hasSize(2);
  }

  @Test
  void whatIsBroughtBackWaitsAndIsNoLongerRankedLow() throws Exception {
    long post = postSaying("1", CHATTER);
    long caseId = say(post, "set-aside", Map.of("agent", "Ada")).number("case");

    Answer back = say(post, "bring-back", Map.of("agent", "Ben"));

    assertThat(back.text("judged")).isEqualTo("help");
    assertThat(back.number("case")).isEqualTo(caseId);
    JsonNode now = server.read(caseId);
    assertThat(now.path("state").asString()).isEqualTo("waiting");
    assertThat(now.path("rankedLow").asBoolean()).isFalse();
    assertThat(promise(brand).path("labels").asInt()).isEqualTo(1);

    Answer undone = say(post, "undo", Map.of("agent", "Ben"));
    assertThat(undone.text("judged")).isEqualTo("setAside");
    assertThat(undone.text("caseState")).isEqualTo("closed");
  }

  @Test
  void praiseIsThankedInACaseOfItsOwn() throws Exception {
    server.accept(server.post(brand, "1", "text", "what a lovely crew today, thank you so much!"));
    long post = onlyPost(brand, "worth-answering");

    Answer thanked = say(post, "thank", Map.of("agent", "Ada"));

    assertThat(thanked.text("judged")).isEqualTo("thank");
    long caseId = thanked.number("case");
    long token = server.claim(caseId, "Ada");
    assertThat(server.reply(caseId, token, "Thank you! ^Ada").status()).isEqualTo(202);
    assertThat(list("worth-answering").path("items")).isEmpty();
    // Thanking is no help: the reply teaches nothing more.
    assertThat(promise(brand).path("labels").asInt()).isEqualTo(1);
  }

  @Test
  void aReplyTeachesThatThePostWhichTheCaseBeganWithNeededHelp() throws Exception {
    long caseId = server.newCase(brand);
    long token = server.claim(caseId, "Ada");
    server.reply(caseId, token, "On it! ^Ada");
    server.awaitState(caseId, "answered");

    // Another label makes sure that both are learned when its answer comes.
    long post = postSaying("2", CHATTER);
    say(post, "set-aside", Map.of("agent", "Ada"));
    assertThat(promise(brand).path("labels").asInt()).isEqualTo(2);
  }

  @Test
  void tagsStandBesideWhatTriageSaysAndAreKeptWhenOneIsAdded() throws Exception {
    long post = postSaying("1", CHATTER);
    say(post, "tag", Map.of("agent", "Ada", "intent", "spotters"));
    Answer tagged = say(post, "tag", Map.of("agent", "Ada", "problem", false));
    assertThat(tagged.status()).isEqualTo(200);

    JsonNode tag = why(post, "decided").path("tag");

    assertThat(tag.path("intent").asString()).isEqualTo("spotters");
    assertThat(tag.path("problem").asBoolean(true)).isFalse();
    say(post, "undo", Map.of("agent", "Ada"));
    assertThat(why(post, "decided").path("tag").path("problem").isNull()).isTrue();
    assertThat(say(post, "tag", Map.of("agent", "Ada")).status()).isEqualTo(400);
  }

  @Test
  void whatMakesNoSenseIsRefusedInWords() throws Exception {
    long post = postSaying("1", CHATTER);
    assertThat(say(post, "audit", Map.of("agent", "Ada", "needsHelp", true)).text("detail"))
        .contains("not drawn");
    assertThat(say(post, "audit", Map.of("agent", "Ada")).status()).isEqualTo(400);
    assertThat(say(999_999_999, "set-aside", Map.of("agent", "Ada")).status()).isEqualTo(404);
    assertThat(server.act(999_999_999, "set-aside", Map.of("agent", "Ada")).status())
        .isEqualTo(404);
    assertThat(say(post, "set-aside", Map.of()).status()).isEqualTo(400);
    assertThat(server.api.get("/api/v1/posts/999999999/why").status()).isEqualTo(404);
    assertThat(server.api.get("/api/v1/triage/posts?view=best").text("detail"))
        .contains("worth-answering");
    assertThat(server.api.get("/api/v1/triage/posts?view=audit&cursor=x").status()).isEqualTo(400);
  }

  @Test
  void listsComeInPagesWithoutGapsOrRepeats() throws Exception {
    for (int i = 0; i < 5; i++) {
      say(postSaying("p" + i, CHATTER + " " + i), "set-aside", Map.of("agent", "Ada"));
    }
    String path = "/api/v1/triage/posts?view=set-aside&limit=2&brand=" + brand;
    Answer page = server.api.get(path);
    StringBuilder seen = new StringBuilder();
    for (int pages = 0; pages < 5; pages++) {
      page.json().path("items").forEach(i -> seen.append(i.path("externalId").asString()));
      if (page.json().path("next").isNull()) {
        break;
      }
      page = server.api.get(path + "&cursor=" + page.text("next"));
    }
    assertThat(seen.toString()).isEqualTo("p4p3p2p1p0");
    assertThat(server.api.get("/api/v1/triage/counts?brand=" + brand).number("setAside"))
        .isEqualTo(5);
  }

  @Test
  void nothingIsSetAsideBeforeThePromiseCanBeShown() throws Exception {
    JsonNode promise = promiseAfterFirstPost();

    assertThat(promise.path("setsAside").asBoolean()).isFalse();
    assertThat(promise.path("threshold").asDouble()).isZero();
    assertThat(promise.path("helpPostsNeeded").asInt()).isEqualTo(299);
    assertThat(promise.path("helpPostsMissing").asInt()).isEqualTo(299);
    assertThat(promise.path("shownBound").isNull()).isTrue();
    assertThat(promise.path("audit").path("drawn").asInt()).isZero();
  }

  private JsonNode promiseAfterFirstPost() throws Exception {
    postSaying("1", CHATTER);
    return promise(brand);
  }

  /** A post of this brand, and its number. */
  private long postSaying(String id, String text) throws Exception {
    server.accept(server.post(brand, id, "text", text));
    JsonNode items =
        server.api.get("/api/v1/cases?sort=newest&brand=" + brand).json().path("items");
    JsonNode newest =
        StreamSupport.stream(items.spliterator(), false)
            .map(item -> post(item.path("id").asLong()))
            .filter(p -> p.path("externalId").asString().equals(id))
            .findFirst()
            .orElseThrow();
    return newest.path("id").asLong();
  }

  private JsonNode post(long caseId) {
    try {
      JsonNode posts = server.read(caseId).path("posts");
      return posts.path(posts.size() - 1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private long onlyPost(String of, String view) throws Exception {
    JsonNode items =
        server
            .api
            .get("/api/v1/triage/posts?view=%s&brand=%s".formatted(view, of))
            .json()
            .path("items");
    assertThat(items).hasSize(1);
    return items.path(0).path("id").asLong();
  }

  private JsonNode list(String view) throws Exception {
    return server.api.get("/api/v1/triage/posts?view=%s&brand=%s".formatted(view, brand)).json();
  }

  private Answer say(long post, String what, Map<String, ?> body) throws Exception {
    return server.api.post("/api/v1/posts/%d/%s".formatted(post, what), body);
  }

  private JsonNode why(long post, String part) throws Exception {
    Answer answer = server.api.get("/api/v1/posts/%d/why".formatted(post));
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().path(part);
  }

  private JsonNode promise(String of) throws Exception {
    return server.api.get("/api/v1/triage/promise?brand=" + of).json().path("items").path(0);
  }
}
