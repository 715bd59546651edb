package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Cases go from hand to hand over HTTP: taken over with a reason, handed over with a note. */
@ExtendWith(OneServer.class)
class TakeOverContractTest {
  private static final Duration PAST_THE_LEASE = Duration.ofMinutes(3);

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  TakeOverContractTest(TestServer server) {
    this.server = server;
  }

  private Answer takeOver(long id, String agent, String reason) throws Exception {
    return server.act(id, "take-over", Map.of("agent", agent, "reason", reason));
  }

  @Test
  void whoTakesOverGivesAReasonAndTheOldTokenIsDead() throws Exception {
    long id = server.newCase(brand);
    long old = server.claim(id, "ada");
    Answer taken = takeOver(id, "grace", "Ada is at lunch");
    assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    assertThat(taken.number("token")).isGreaterThan(old);
    assertThat(type(server.act(id, "heartbeat", Map.of("token", old)))).endsWith("claim-lost");
    assertThat(type(server.reply(id, old, "too late"))).endsWith("claim-lost");
    JsonNode found = server.read(id);
    assertThat(found.path("claim").path("agent").asString()).isEqualTo("grace");
    JsonNode hand = found.path("hands").path(0);
    assertThat(hand.path("from").asString()).isEqualTo("ada");
    assertThat(hand.path("to").asString()).isEqualTo("grace");
    assertThat(hand.path("reason").asString()).isEqualTo("Ada is at lunch");
    assertThat(server.reply(id, taken.number("token"), "here I am").status()).isEqualTo(202);
  }

  @Test
  void withoutAReasonNothingIsTaken() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    assertThat(server.act(id, "take-over", Map.of("agent", "grace")).status()).isEqualTo(400);
    assertThat(takeOver(id, "grace", " \n ").status()).isEqualTo(400);
    Answer tooLong = takeOver(id, "grace", "x".repeat(501));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text("detail")).contains("500");
    assertThat(server.act(id, "heartbeat", Map.of("token", token)).status()).isEqualTo(200);
  }

  @Test
  void nobodyTakesOverFromThemselvesNorAReplyUnderWayNorWhatIsClosed() throws Exception {
    long id = server.newCase(brand);
    server.claim(id, "ada");
    assertThat(type(takeOver(id, "ada", "me again"))).endsWith("already-yours");
    long token = takeOver(id, "grace", "asked to").number("token");
    server.act(id, "close", Map.of("token", token));
    assertThat(type(takeOver(id, "ada", "reopen it"))).endsWith("wrong-state");
    assertThat(takeOver(999_999_999L, "ada", "no such case").status()).isEqualTo(404);
  }

  @Test
  void whatNobodyHoldsAnyMoreIsClaimed() throws Exception {
    long id = server.newCase(brand);
    assertThat(takeOver(id, "grace", "it is urgent").status()).isEqualTo(200);
    JsonNode found = server.read(id);
    assertThat(found.path("claim").path("agent").asString()).isEqualTo("grace");
    assertThat(found.path("hands").size()).isZero();
  }

  @Test
  void aHandOverCarriesANote() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Answer given =
        server.act(id, "transfer", Map.of("token", token, "to", "lin", "note", "She wrote twice."));
    assertThat(given.status()).isEqualTo(200);
    JsonNode found = server.read(id);
    assertThat(found.path("claim").path("agent").asString()).isEqualTo("lin");
    assertThat(found.path("notes").path(0).path("agent").asString()).isEqualTo("ada");
    assertThat(found.path("notes").path(0).path("text").asString()).isEqualTo("She wrote twice.");
    assertThat(found.path("hands").path(0).path("to").asString()).isEqualTo("lin");
    // The token is worth nothing now, and so nothing is noted.
    Answer again =
        server.act(id, "transfer", Map.of("token", token, "to", "lin", "note", "once more"));
    assertThat(type(again)).endsWith("claim-lost");
    assertThat(server.read(id).path("notes").size()).isEqualTo(1);
  }

  @Test
  void aQuestionThatTwoPeopleLetLieIsAnException() throws Exception {
    long id = server.newCase(brand);
    for (String agent : List.of("ada", "grace")) {
      assertThat(kinds(id)).isEmpty();
      server.claim(id, agent);
      server.clock.advance(PAST_THE_LEASE);
      server.awaitState(id, "waiting");
    }
    assertThat(kinds(id)).containsExactly("claim_expired_twice");
    long token = server.claim(id, "lin");
    assertThat(server.reply(id, token, "at last").status()).isEqualTo(202);
    assertThat(kinds(id)).isEmpty();
  }

  @Test
  void whatWasLeftTwiceIsNoExceptionOnceItIsAnsweredFromElsewhereOrSetAside() throws Exception {
    for (boolean setAside : new boolean[] {false, true}) {
      String other = TestServer.newBrand();
      long id = server.newCase(other);
      for (String agent : List.of("ada", "grace")) {
        server.claim(id, agent);
        server.clock.advance(PAST_THE_LEASE);
        server.awaitState(id, "waiting");
      }
      assertThat(kinds(id)).containsExactly("claim_expired_twice");
      if (setAside) {
        long post = server.lastPost(id);
        Answer answer =
            server.api.post("/api/v1/posts/%d/set-aside".formatted(post), Map.of("agent", "lin"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      } else {
        server.accept(
            server.post(
                other,
                other + "-2",
                "direction",
                "out",
                "author",
                other,
                "inReplyTo",
                other + "-1"));
      }
      assertThat(kinds(id)).isEmpty();
    }
  }

  private List<String> kinds(long id) throws Exception {
    return server
        .read(id)
        .path("exceptions")
        .valueStream()
        .map(x -> x.path("kind").asString())
        .toList();
  }

  private static String type(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    return answer.text("type");
  }
}
