package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** API keys and their scopes, and in whose name calls act. */
@TestInstance(Lifecycle.PER_CLASS)
class KeysContractTest {
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private static Answer make(Visitor of, String... scopes) throws Exception {
    return of.call("/api/v1/keys", Map.of("name", "a program", "scopes", List.of(scopes)));
  }

  @Test
  void aKeyIsShownOnceAndDoesWhatItsScopesSay() throws Exception {
    Answer made = make(company.ada, "read", "posts");
    String key = made.text("key");
    assertThat(key).matches("sb_[A-Za-z0-9_-]{43}");
    assertThat(company.ada.get("/api/v1/keys").body()).doesNotContain(key);
    assertThat(company.ada.get("/keys").body()).doesNotContain(key);
    assertThat(company.getWithKey(key, "/api/v1/cases").status()).isEqualTo(200);
    long id = company.newCase(TestServer.newBrand());
    Answer claim = company.withKey(key, "/api/v1/cases/%d/claim".formatted(id), Map.of());
    assertThat(claim.status()).isEqualTo(403);
    assertThat(claim.text("type")).endsWith("not-allowed");
    assertThat(company.getWithKey(key, "/api/v1/keys").status()).isEqualTo(403);
    assertThat(company.getWithKey(key, "/account").status()).isEqualTo(403);
    company.ada.call("/api/v1/keys/%d/revoke".formatted(made.number("id")), Map.of());
    assertThat(company.getWithKey(key, "/api/v1/cases").status()).isEqualTo(401);
  }

  @Test
  void aKeyCantDoMoreThanItsPersonNowMay() throws Exception {
    Visitor mia = company.add("Mia", Role.MANAGER);
    assertThat(make(mia, "read", "people").status()).isEqualTo(409);
    assertThat(make(mia, "fly").status()).isEqualTo(400);
    String key = make(mia, "read", "metrics").text("key");
    assertThat(company.getWithKey(key, "/metrics").status()).isEqualTo(200);
    company.script("/api/v1/people/%d/role".formatted(company.id("Mia")), Map.of("role", "agent"));
    assertThat(company.getWithKey(key, "/metrics").status()).isEqualTo(403);
    assertThat(company.getWithKey(key, "/api/v1/cases").status()).isEqualTo(200);
    company.script("/api/v1/people/%d/disable".formatted(company.id("Mia")), Map.of());
    assertThat(company.getWithKey(key, "/api/v1/cases").status()).isEqualTo(401);
  }

  @Test
  void aKeyForPeopleCantMakeAnybodyMoreThanItIsItself() throws Exception {
    String key = make(company.ada, "people", "read").text("key");
    Map<String, ?> boss = Map.of("name", "Sly", "login", "sly", "role", "administrator");
    assertThat(company.withKey(key, "/api/v1/people", boss).status()).isEqualTo(409);
    Map<String, ?> reader = Map.of("name", "Tom", "login", "tom", "role", "readOnly");
    Answer added = company.withKey(key, "/api/v1/people", reader);
    assertThat(added.status()).isEqualTo(200);
    String tom = "/api/v1/people/%d/".formatted(added.number("id"));
    assertThat(company.withKey(key, tom + "link", Map.of()).status()).isEqualTo(200);
    Answer raised = company.withKey(key, tom + "role", Map.of("role", "administrator"));
    assertThat(raised.status()).isEqualTo(409);
    assertThat(raised.text("detail")).contains("what you may not do yourself");
    String ada = "/api/v1/people/%d/".formatted(company.id("Ada"));
    assertThat(company.withKey(key, ada + "link", Map.of()).status()).isEqualTo(409);
    assertThat(company.withKey(key, ada + "role", Map.of("role", "readOnly")).status())
        .isEqualTo(409);
  }

  @Test
  void nobodySeesOrRevokesTheKeysOfOthersButAdministrators() throws Exception {
    Visitor nia = company.add("Nia", Role.MANAGER);
    Visitor ola = company.add("Ola", Role.MANAGER);
    Answer made = make(nia, "read");
    String path = "/api/v1/keys/%d/revoke".formatted(made.number("id"));
    assertThat(ola.get("/api/v1/keys").body()).doesNotContain("\"Nia\"");
    assertThat(ola.call(path, Map.of()).status()).isEqualTo(404);
    assertThat(company.ada.get("/api/v1/keys").body()).contains("\"Nia\"");
    assertThat(company.ada.call(path, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void agentsActAsThemselvesAndAdministratorsForAnyone() throws Exception {
    Visitor pat = company.add("Pat", Role.AGENT);
    Visitor quin = company.add("Quin", Role.AGENT);
    long id = company.newCase(TestServer.newBrand());
    String path = "/api/v1/cases/%d/".formatted(id);
    assertThat(pat.call(path + "claim", Map.of("agent", "Quin")).status()).isEqualTo(403);
    long token = pat.call(path + "claim", Map.of()).number("token");
    assertThat(company.ada.get("/api/v1/cases/" + id).body()).contains("\"Pat\"");
    // Tokens can be guessed; what counts is whose claim it is.
    assertThat(quin.call(path + "release", Map.of("token", token)).text("type"))
        .endsWith("claim-lost");
    assertThat(quin.call(path + "heartbeat", Map.of("token", token)).status()).isEqualTo(409);
    assertThat(
            quin.call(
                    path + "reply",
                    Map.of("text", "not me", "token", token, "seenThrough", lastPost(id)))
                .status())
        .isEqualTo(409);
    assertThat(quin.call(path + "set-aside", Map.of("token", token)).status()).isEqualTo(409);
    assertThat(quin.call(path + "close", Map.of("token", token)).status()).isEqualTo(409);
    assertThat(pat.call(path + "heartbeat", Map.of("token", token)).status()).isEqualTo(200);
    assertThat(pat.call(path + "note", Map.of("text", "mine")).status()).isEqualTo(200);
    assertThat(company.script(path + "release", Map.of("token", token)).status()).isEqualTo(200);
    assertThat(company.script(path + "claim", Map.of("agent", "Quin")).status()).isEqualTo(200);
    assertThat(company.ada.get("/api/v1/cases/" + id).body()).contains("\"Quin\"");
  }

  private long lastPost(long id) throws Exception {
    return company
        .getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases/" + id)
        .json()
        .path("lastPost")
        .asLong();
  }

  @Test
  void whoSignsInIsForThoseOnlyWhoManagePeople() throws Exception {
    company.add("Sia", Role.AGENT);
    long id = company.newCase(TestServer.newBrand());
    company.script(
        "/api/v1/cases/%d/note".formatted(id), Map.of("agent", "Sia", "text", "a note of Sia"));
    String reader = make(company.ada, "read").text("key");
    assertThat(EventTexts.read(company, reader, "Sia", "case.noteAdded"))
        .contains("case.noteAdded")
        .doesNotContain("person.added", "person.signedIn", "person.linkMade");
    String manager = make(company.ada, "read", "people").text("key");
    assertThat(EventTexts.read(company, manager, "Sia", "case.noteAdded"))
        .contains("person.added", "person.signedIn");
  }

  @Test
  void whatHappenedIsInTheLogWithoutSecrets() throws Exception {
    Visitor rae = company.add("Rae", Role.MANAGER);
    String key = make(rae, "read").text("key");
    company.script("/api/v1/people/%d/role".formatted(company.id("Rae")), Map.of("role", "lead"));
    String events = EventTexts.read(company, "Rae");
    assertThat(events)
        .contains("person.added", "person.linkMade", "person.signedIn", "key.made")
        .contains("person.roleChanged", "\"from\": \"manager\"", "\"to\": \"lead\"")
        .doesNotContain(key)
        .doesNotContain(ClosedCompany.PASSWORD);
  }

  @Test
  void aDraftIsItsWritersAloneWhateverTheRoleOfWhoAsks() throws Exception {
    Visitor eva = company.add("Eva", Role.AGENT);
    long id = company.newCase(TestServer.newBrand());
    String draft = "/api/v1/cases/%d/draft".formatted(id);
    assertThat(eva.call(draft, Map.of("text", "Dear", "revision", 1)).status()).isEqualTo(200);
    assertThat(eva.get(draft).text("text")).isEqualTo("Dear");
    assertThat(company.ada.get(draft).status()).isEqualTo(404);
    assertThat(company.ada.get(draft + "?agent=Eva").status()).isEqualTo(403);
    Map<String, ?> others = Map.of("agent", "Eva", "text", "mine", "revision", 2);
    assertThat(company.ada.call(draft, others).status()).isEqualTo(403);
    Visitor reader = company.add("Rob", Role.READ_ONLY);
    assertThat(reader.get(draft).status()).isEqualTo(403);
  }
}
