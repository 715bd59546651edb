package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.store.process.FlowStore;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Replies that a colleague approves first, over HTTP, by people who have signed in. */
@TestInstance(Lifecycle.PER_CLASS)
class ApprovalContractTest {
  private ClosedCompany company;
  private Visitor nora;
  private Visitor leo;
  private Visitor finn;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    nora = company.add("Nora New", Role.AGENT);
    leo = company.add("Leo Lead", Role.LEAD);
    finn = company.add("Finn Fellow", Role.AGENT);
    Answer reviewed =
        company.ada.call(
            "/api/v1/people/%d/review".formatted(company.id("Nora New")), Map.of("reviewed", true));
    assertThat(reviewed.status()).as(reviewed.body()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private JsonNode read(long id) throws Exception {
    return company.getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases/" + id).json();
  }

  private static Answer act(Visitor who, long id, String action, Map<String, ?> body)
      throws Exception {
    return who.call("/api/v1/cases/%d/%s".formatted(id, action), body);
  }

  private Answer write(Visitor who, long id, String text) throws Exception {
    long token = act(who, id, "claim", Map.of()).number("token");
    Map<String, ?> reply =
        Map.of("text", text, "token", token, "seenThrough", read(id).path("lastPost").asLong());
    return act(who, id, "reply", reply);
  }

  /** The number of a reply of Nora's that waits. */
  private long asked(long id) throws Exception {
    Answer answer = write(nora, id, "We are on it.");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.text("status")).isEqualTo("awaiting");
    return answer.number("reply");
  }

  private static Answer decide(Visitor who, long reply, String what, Map<String, ?> body)
      throws Exception {
    return who.call("/api/v1/replies/%d/%s".formatted(reply, what), body);
  }

  private static String type(Answer answer) {
    return answer.text("type").replaceFirst(".*:", "");
  }

  private List<String> exceptions(long id) throws Exception {
    return read(id).path("exceptions").valueStream().map(x -> x.path("kind").asString()).toList();
  }

  private void customerWrites(String brand, String text, String... more) throws Exception {
    String post = company.server.post(brand, brand + "-" + text.hashCode(), more);
    Map<String, Object> fields =
        new java.util.LinkedHashMap<>(ApiClient.JSON.readValue(post, Map.class));
    fields.put("text", text);
    Answer in =
        company.server.api.send(
            company
                .server
                .api
                .request("/api/v1/posts")
                .header("Authorization", "Bearer " + ClosedCompany.SCRIPT)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        ApiClient.JSON.writeValueAsString(fields))));
    assertThat(in.number("accepted")).as(in.body()).isEqualTo(1);
  }

  @Test
  void aNewcomersReplyGoesOutWhenAColleagueHasApprovedIt() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long reply = asked(id);
    JsonNode waiting = read(id);
    assertThat(waiting.path("state").asString()).isEqualTo("pending");
    assertThat(waiting.path("pending").path("awaiting").asBoolean()).isTrue();
    assertThat(waiting.path("replies").path(0).path("status").asString()).isEqualTo("awaiting");
    assertThat(waiting.path("replies").path(0).path("approval").path("why").asString())
        .isEqualTo("newcomer");
    assertThat(exceptions(id)).containsExactly("approval_waiting");
    JsonNode listed =
        company.getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?state=awaiting&limit=200").json();
    assertThat(listed.path("items").valueStream().map(c -> c.path("id").asLong())).contains(id);

    Answer claim = act(finn, id, "claim", Map.of());
    assertThat(type(claim)).isEqualTo("reply-under-way");
    assertThat(claim.text("detail")).contains("waits for approval");
    assertThat(type(act(finn, id, "take-over", Map.of("reason", "urgent"))))
        .isEqualTo("reply-under-way");

    Answer approved = decide(leo, reply, "approve", Map.of());
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    company.server.clock.advance(java.time.Duration.ofSeconds(1));
    awaitState(id, "answered");
    assertThat(exceptions(id)).isEmpty();
    assertThat(type(decide(leo, reply, "approve", Map.of()))).isEqualTo("not-awaiting");
  }

  private void awaitState(long id, String state) throws Exception {
    long end = System.nanoTime() + java.time.Duration.ofSeconds(60).toNanos();
    while (!read(id).path("state").asString("").equals(state) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(read(id).path("state").asString()).isEqualTo(state);
  }

  @Test
  void nobodyApprovesTheirOwnWhateverNameTheyActIn() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long reply = asked(id);
    assertThat(decide(nora, reply, "approve", Map.of()).status()).isEqualTo(403);
    assertThat(decide(finn, reply, "approve", Map.of()).status()).isEqualTo(403);
    // As a lead she may approve, but not this one; nor may a key in her name.
    Map<String, ?> lead = Map.of("role", "lead");
    company.script("/api/v1/people/%d/role".formatted(company.id("Nora New")), lead);
    assertThat(type(decide(nora, reply, "approve", Map.of()))).isEqualTo("own-reply");
    assertThat(type(decide(nora, reply, "send-back", Map.of("note", "no")))).isEqualTo("own-reply");
    Answer script =
        company.script("/api/v1/replies/%d/approve".formatted(reply), Map.of("agent", "Nora New"));
    assertThat(type(script)).isEqualTo("own-reply");
    company.script(
        "/api/v1/people/%d/role".formatted(company.id("Nora New")), Map.of("role", "agent"));
    assertThat(decide(leo, reply, "send-back", Map.of("note", "kinder")).status()).isEqualTo(200);

    // An administrator who writes in a newcomer's name has written it all the same.
    long token = act(company.ada, id, "claim", Map.of("agent", "Nora New")).number("token");
    Map<String, ?> inHerName =
        Map.of("text", "Hm.", "token", token, "seenThrough", read(id).path("lastPost").asLong());
    Answer written = act(company.ada, id, "reply", inHerName);
    assertThat(written.text("status")).isEqualTo("awaiting");
    long second = written.number("reply");
    assertThat(type(decide(company.ada, second, "approve", Map.of()))).isEqualTo("own-reply");
    assertThat(type(decide(company.ada, second, "approve", Map.of("agent", "Leo Lead"))))
        .isEqualTo("own-reply");
    assertThat(decide(leo, second, "approve", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void whatIsSentBackComesWithANoteAndIsADraftAgain() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long reply = asked(id);
    assertThat(decide(leo, reply, "send-back", Map.of()).status()).isEqualTo(400);
    assertThat(decide(leo, reply, "send-back", Map.of("note", "  ")).status()).isEqualTo(400);
    Answer back = decide(leo, reply, "send-back", Map.of("note", "Say when."));
    assertThat(back.text("state")).isEqualTo("waiting");
    JsonNode found = read(id);
    assertThat(found.path("returned").path("text").asString()).isEqualTo("We are on it. ^NN");
    assertThat(found.path("returned").path("note").asString()).isEqualTo("Say when.");
    assertThat(found.path("returned").path("by").asString()).isEqualTo("Leo Lead");
    assertThat(exceptions(id)).isEmpty();
    asked(id);
    assertThat(read(id).path("returned").isNull()).isTrue();
  }

  @Test
  void itsWriterWithdrawsAReplyAndHoldsTheCaseAgain() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long reply = asked(id);
    assertThat(type(decide(finn, reply, "withdraw", Map.of()))).isEqualTo("not-the-writer");
    Answer mine = decide(nora, reply, "withdraw", Map.of());
    assertThat(mine.status()).as(mine.body()).isEqualTo(200);
    JsonNode found = read(id);
    assertThat(found.path("claim").path("agent").asString()).isEqualTo("Nora New");
    assertThat(found.path("returned").path("text").asString()).isEqualTo("We are on it. ^NN");
    assertThat(act(nora, id, "heartbeat", Map.of("token", mine.number("token"))).status())
        .isEqualTo(200);
    assertThat(decide(leo, 999_999_999L, "approve", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void whatTheCustomerHasOvertakenIsNotApproved() throws Exception {
    String brand = TestServer.newBrand();
    long id = company.newCase(brand);
    long reply = asked(id);
    customerWrites(brand, "hello? please help me", "inReplyTo", brand + "-1");
    Answer late = decide(leo, reply, "approve", Map.of());
    assertThat(type(late)).isEqualTo("moved-on");
    assertThat(read(id).path("state").asString()).isEqualTo("pending");
    assertThat(decide(leo, reply, "send-back", Map.of("note", "She wrote again")).status())
        .isEqualTo(200);
  }

  @Test
  void aSensitiveTopicIsAnExceptionAndItsRepliesAreApproved() throws Exception {
    String brand = TestServer.newBrand();
    customerWrites(brand, "please help or my lawyer will be in touch");
    long id =
        company
            .getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?brand=" + brand)
            .json()
            .path("items")
            .path(0)
            .path("id")
            .asLong();
    assertThat(read(id).path("topics").path(0).asString()).isEqualTo("legal");
    assertThat(exceptions(id)).containsExactly("sensitive_topic");
    Answer answer = write(finn, id, "So sorry.");
    assertThat(answer.text("status")).isEqualTo("awaiting");
    assertThat(exceptions(id)).containsExactly("sensitive_topic", "approval_waiting");
    long approval = exception(id, "approval_waiting");
    assertThat(clear(approval, "seen").status()).isEqualTo(400);
    assertThat(clear(approval, "send_again").status()).isEqualTo(400);
    assertThat(decide(leo, answer.number("reply"), "send-back", Map.of("note", "wait")).status())
        .isEqualTo(200);
    long topic = exception(id, "sensitive_topic");
    assertThat(clear(topic, "give_up").status()).isEqualTo(400);
    assertThat(clear(topic, "not_sensitive").status()).isEqualTo(200);
    assertThat(exceptions(id)).isEmpty();
    assertThat(read(id).path("topics").size()).isZero();
    customerWrites(brand, "my lawyer says hello, please help", "inReplyTo", brand + "-1");
    assertThat(write(finn, id, "So sorry.").text("status")).isEqualTo("queued");
  }

  private long exception(long id, String kind) throws Exception {
    return read(id)
        .path("exceptions")
        .valueStream()
        .filter(x -> x.path("kind").asString().equals(kind))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private Answer clear(long exception, String how) throws Exception {
    return leo.call("/api/v1/exceptions/%d/clear".formatted(exception), Map.of("how", how));
  }

  private boolean mayDecide(Visitor who, long id) throws Exception {
    return who.get("/console/cases/" + id).body().contains("data-action=\"send-back\"");
  }

  @Test
  void whomTheFlowNamesDecidesAndIsShownTheButtonsAndNobodyElse() throws Exception {
    String brand = TestServer.newBrand();
    company.newCase(brand);
    new FlowStore(company.server.running.switchboard().database().jdbi())
        .inTransaction(
            company.server.clock.instant(),
            tx ->
                tx.activate(
                    tx.lockBrand(brand).orElseThrow(), new FlowKey("whole-company", 1), null));
    customerWrites(brand, "please help or my lawyer will be in touch", "author", "somebody else");
    long id =
        company
            .getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?sort=newest&brand=" + brand)
            .json()
            .path("items")
            .path(0)
            .path("id")
            .asLong();
    long reply = asked(id);
    assertThat(mayDecide(finn, id)).as("agents read what newcomers write").isTrue();
    assertThat(mayDecide(nora, id)).as("her own").isFalse();
    assertThat(decide(finn, reply, "approve", Map.of()).status()).isEqualTo(200);

    // What is sensitive is for the press office and managers: nobody else, leads neither.
    for (Visitor other : List.of(finn, leo)) {
      assertThat(mayDecide(other, id)).isFalse();
      Answer refused = decide(other, reply, "approve", Map.of());
      assertThat(refused.status()).isEqualTo(409);
      assertThat(type(refused)).isEqualTo("not-for-you");
      assertThat(refused.text("for")).isEqualTo("people of Press, or managers");
    }
    assertThat(mayDecide(company.ada, id)).isTrue();
    assertThat(decide(company.ada, reply, "approve", Map.of()).status()).isEqualTo(200);
  }

  @Test
  void whereNoFlowNamesAnybodyLeadsDecideAndAreShownTheButtons() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long reply = asked(id);
    assertThat(mayDecide(finn, id)).isFalse();
    assertThat(mayDecide(leo, id)).isTrue();
    Answer refused = decide(finn, reply, "send-back", Map.of("note", "kinder"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(type(refused)).isEqualTo("not-an-approver");
    assertThat(refused.text("detail")).contains("leads do");
  }

  @Test
  void onlyColleaguesWhoCanWorkAreHandedACase() throws Exception {
    company.add("Rita Reader", Role.READ_ONLY);
    company.add("Dora Done", Role.AGENT);
    company.script("/api/v1/people/%d/disable".formatted(company.id("Dora Done")), Map.of());
    long id = company.newCase(TestServer.newBrand());
    long token = act(finn, id, "claim", Map.of()).number("token");
    for (String to : List.of("Nobody Known", "Dora Done", "Rita Reader")) {
      Answer refused = act(finn, id, "transfer", Map.of("token", token, "to", to));
      assertThat(refused.status()).as(refused.body()).isEqualTo(400);
      assertThat(refused.text("detail")).contains(to);
    }
    assertThat(act(finn, id, "transfer", Map.of("token", token, "to", "Leo Lead")).status())
        .isEqualTo(200);
    Map<String, ?> unknown =
        Map.of("token", read(id).path("claim").isNull() ? 0 : token + 1, "to", "Named By A Script");
    assertThat(company.script("/api/v1/cases/%d/transfer".formatted(id), unknown).status())
        .isEqualTo(200);
  }
}
