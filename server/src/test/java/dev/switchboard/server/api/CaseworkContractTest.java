package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.api.ApiClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What people do with a case over HTTP, and each conflict with what it says. */
@ExtendWith(OneServer.class)
class CaseworkContractTest {
  private static final String PROBLEM = "urn:switchboard:problem:";
  private static final Duration PAST_THE_LEASE = Duration.ofMinutes(3);

  private final TestServer server;
  private final String brand = TestServer.newBrand();

  CaseworkContractTest(TestServer server) {
    this.server = server;
  }

  @Test
  void aClaimIsALeaseWithAToken() throws Exception {
    long id = server.newCase(brand);
    Answer claim = server.act(id, "claim", Map.of("agent", "ada"));
    assertThat(claim.status()).isEqualTo(200);
    assertThat(claim.number("token")).isEqualTo(1);
    assertThat(Instant.parse(claim.text("expiresAt"))).isAfter(server.clock.instant());
    JsonNode found = server.read(id);
    assertThat(found.path("state").asString()).isEqualTo("claimed");
    assertThat(found.path("claim").path("agent").asString()).isEqualTo("ada");
  }

  @Test
  void ofTwoHundredWhoClaimAtOnceOneWins() throws Exception {
    long id = server.newCase(brand);
    int callers = 200;
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        String agent = "agent" + i;
        answers.add(
            threads.submit(
                () -> {
                  begin.await();
                  return server.act(id, "claim", Map.of("agent", agent));
                }));
      }
      begin.countDown();
    }
    List<Answer> refused = new ArrayList<>();
    List<Answer> won = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      (answer.get().status() == 200 ? won : refused).add(answer.get());
    }
    assertThat(won).hasSize(1);
    assertThat(won.getFirst().number("token")).isEqualTo(1);
    String holder = server.read(id).path("claim").path("agent").asString();
    assertThat(refused).hasSize(callers - 1).allSatisfy(answer -> isHeldBy(answer, id, holder));
  }

  private static void isHeldBy(Answer answer, long id, String holder) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo(PROBLEM + "held");
    assertThat(answer.text("title")).isEqualTo("Conflict");
    assertThat(answer.number("status")).isEqualTo(409);
    assertThat(answer.text("detail")).contains(holder);
    assertThat(answer.number("case")).isEqualTo(id);
    assertThat(answer.text("state")).isEqualTo("claimed");
    assertThat(answer.text("holder")).isEqualTo(holder);
    assertThat(Instant.parse(answer.text("expiresAt"))).isNotNull();
  }

  @Test
  void aHeartbeatProlongsAClaimAndOnlyItsOwn() throws Exception {
    long id = server.newCase(brand);
    Answer claim = server.act(id, "claim", Map.of("agent", "ada"));
    server.clock.advance(Duration.ofSeconds(30));
    Answer beat = server.act(id, "heartbeat", Map.of("token", claim.number("token")));
    assertThat(beat.status()).isEqualTo(200);
    assertThat(Instant.parse(beat.text("expiresAt")))
        .isAfter(Instant.parse(claim.text("expiresAt")).plusSeconds(29));
    isLost(server.act(id, "heartbeat", Map.of("token", 77)));
  }

  @Test
  void aClaimThatRanOutIsFreeForOthersAndItsTokenIsWorthNothing() throws Exception {
    long id = server.newCase(brand);
    long old = server.claim(id, "ada");
    server.clock.advance(PAST_THE_LEASE);
    server.awaitState(id, "waiting");
    assertThat(server.claim(id, "grace")).isGreaterThan(old);
    isLost(server.act(id, "heartbeat", Map.of("token", old)));
    isLost(server.act(id, "release", Map.of("token", old)));
    isLost(server.act(id, "transfer", Map.of("token", old, "to", "lin")));
    isLost(server.act(id, "close", Map.of("token", old)));
    isLost(server.reply(id, old, "too late"));
    assertThat(server.read(id).path("claim").path("agent").asString()).isEqualTo("grace");
  }

  private static void isLost(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo(PROBLEM + "claim-lost");
    assertThat(answer.text("detail")).contains("claim again");
  }

  @Test
  void aReleasedCaseWaitsAgain() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Answer released = server.act(id, "release", Map.of("token", token));
    assertThat(released.status()).isEqualTo(200);
    assertThat(released.text("state")).isEqualTo("waiting");
    isLost(server.act(id, "release", Map.of("token", token)));
  }

  @Test
  void aCaseIsHandedOverWithANewToken() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Answer handed = server.act(id, "transfer", Map.of("token", token, "to", "grace"));
    assertThat(handed.status()).isEqualTo(200);
    assertThat(handed.number("token")).isGreaterThan(token);
    assertThat(server.read(id).path("claim").path("agent").asString()).isEqualTo("grace");
    isLost(server.reply(id, token, "it is not mine any more"));
    assertThat(server.reply(id, handed.number("token"), "Done. ^G").status()).isEqualTo(202);
  }

  @Test
  void aReplyGoesOutAndAnswersTheCase() throws Exception {
    long id = server.newCase(brand);
    Answer reply = server.reply(id, server.claim(id, "ada"), "You are on the 9 o'clock. ^A");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.text("state")).isEqualTo("pending");
    assertThat(reply.text("status")).isEqualTo("queued");
    JsonNode found = server.awaitState(id, "answered");
    assertThat(found.path("firstReplyAt").isNull()).isFalse();
    JsonNode sent = found.path("replies").get(0);
    assertThat(sent.path("id").asLong()).isEqualTo(reply.number("reply"));
    assertThat(sent.path("status").asString()).isEqualTo("sent");
    JsonNode shown = found.path("posts").get(1);
    assertThat(shown.path("text").asString()).isEqualTo("You are on the 9 o'clock. ^A");
    assertThat(shown.path("direction").asString()).isEqualTo("out");
    assertThat(shown.path("agent").asString()).isEqualTo("ada");
    assertThat(shown.path("externalId").asString()).isEqualTo(sent.path("externalId").asString());
  }

  @Test
  void aReplyUnawareOfWhatIsNewIsRefusedAndTheClaimStays() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    long seen = server.lastPost(id);
    server.accept(
        server.post(brand, "new", "inReplyTo", brand + "-1", "text", "please help, it is worse"));
    Answer refused =
        server.act(id, "reply", Map.of("text", "Hi", "token", token, "seenThrough", seen));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo(PROBLEM + "moved-on");
    assertThat(refused.number("seenThrough")).isEqualTo(seen);
    assertThat(refused.number("lastPost")).isEqualTo(server.lastPost(id));
    assertThat(refused.text("holder")).isEqualTo("ada");
    assertThat(server.reply(id, token, "Now I have read it. ^A").status()).isEqualTo(202);
  }

  @Test
  void aCaseWithAReplyUnderWayIsNotClaimedNorClosed() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    try (var sending = new HeldNetwork(server)) {
      Answer reply = server.reply(id, token, "On its way. ^A");
      assertThat(reply.status()).isEqualTo(202);
      sending.awaitSend();
      for (Answer refused :
          List.of(
              server.act(id, "claim", Map.of("agent", "grace")),
              server.act(id, "close", Map.of("agent", "grace")))) {
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo(PROBLEM + "reply-under-way");
        assertThat(refused.text("holder")).isEqualTo("ada");
        assertThat(refused.number("reply")).isEqualTo(reply.number("reply"));
        assertThat(refused.text("state")).isEqualTo("pending");
      }
    }
    server.awaitState(id, "answered");
  }

  @Test
  void aReplyMayNotBeLongerThanItsNetworkTakes() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    Answer tooLong = server.reply(id, token, "x".repeat(281));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text("detail")).contains("281", "280");
    assertThat(server.reply(id, token, " \n").status()).isEqualTo(400);
    String link = "https://example.org/" + "a".repeat(300);
    assertThat(server.reply(id, token, "x".repeat(250) + " " + link).status())
        .as("a link counts 23 on X")
        .isEqualTo(202);
  }

  @Test
  void aClosedCaseIsReopenedAndAnOpenOneIsNot() throws Exception {
    long id = server.newCase(brand);
    long token = server.claim(id, "ada");
    isHeldBy(server.act(id, "close", Map.of("agent", "grace")), id, "ada");
    assertThat(server.act(id, "close", Map.of("token", token)).text("state")).isEqualTo("closed");
    isWrongState(server.act(id, "claim", Map.of("agent", "grace")), "closed");
    isWrongState(server.act(id, "close", Map.of("agent", "grace")), "closed");
    Answer reopened = server.act(id, "reopen", Map.of("agent", "grace"));
    assertThat(reopened.text("state")).isEqualTo("waiting");
    isWrongState(server.act(id, "reopen", Map.of("agent", "grace")), "waiting");
  }

  private static void isWrongState(Answer answer, String state) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo(PROBLEM + "wrong-state");
    assertThat(answer.text("state")).isEqualTo(state);
    assertThat(answer.text("detail")).contains(state);
  }

  @Test
  void aCustomerWhoWritesAfterClosingReopensTheCase() throws Exception {
    long id = server.newCase(brand);
    server.act(id, "close", Map.of("agent", "ada"));
    server.accept(
        server.post(brand, "again", "inReplyTo", brand + "-1", "text", "please help, same again"));
    server.awaitState(id, "waiting");
  }

  @Test
  void aNoteIsForColleagues() throws Exception {
    long id = server.newCase(brand);
    Answer noted = server.act(id, "note", Map.of("agent", "ada", "text", "He flies weekly."));
    assertThat(noted.status()).isEqualTo(200);
    JsonNode note = server.read(id).path("notes").get(0);
    assertThat(note.path("agent").asString()).isEqualTo("ada");
    assertThat(note.path("text").asString()).isEqualTo("He flies weekly.");
    assertThat(server.act(id, "note", Map.of("agent", "ada", "text", " ")).status()).isEqualTo(400);
    assertThat(server.act(id, "note", Map.of("agent", "ada", "text", "x".repeat(10_001))).status())
        .isEqualTo(400);
  }

  @Test
  void consultingComesLaterAndSaysSo() throws Exception {
    Answer answer = server.act(server.newCase(brand), "consult", Map.of());
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text("detail")).contains("later version");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    long id = server.newCase(brand);
    assertThat(server.act(id, "claim", Map.of()).text("detail")).contains("agent");
    assertThat(server.act(id, "heartbeat", Map.of()).text("detail")).contains("token");
    assertThat(server.act(id, "transfer", Map.of("token", 1)).text("detail")).contains("to");
    assertThat(server.act(id, "reply", Map.of("text", "x", "token", 1)).text("detail"))
        .contains("seenThrough");
    assertThat(server.act(id, "close", Map.of()).text("detail")).contains("token", "agent");
    assertThat(server.act(id, "claim", Map.of("agent", " ")).status()).isEqualTo(400);
    assertThat(server.act(id, "claim", Map.of("agent", "a".repeat(81))).status()).isEqualTo(400);
    assertThat(server.act(id, "claim", Map.of()).status()).isEqualTo(400);
  }

  @Test
  void thereIsNoSuchCase() throws Exception {
    for (String action : List.of("claim", "reopen", "close")) {
      Answer answer = server.act(987_654_321, action, Map.of("agent", "ada"));
      assertThat(answer.status()).as(action).isEqualTo(404);
      assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
    assertThat(server.api.get("/api/v1/cases/987654321").status()).isEqualTo(404);
  }
}
