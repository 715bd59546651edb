package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
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

/**
 * The directory over HTTP: profiles, presence, volunteers, teams, a file, and what refuses a claim.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StaffContractTest {
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private String path(String name, String what) {
    return "/api/v1/people/%d%s".formatted(company.id(name), what);
  }

  private Answer claim(Visitor who, long caseId) throws Exception {
    return who.call("/api/v1/cases/%d/claim".formatted(caseId), Map.of());
  }

  @Test
  void managersEditProfilesAndEverybodySeesThem() throws Exception {
    Visitor mia = company.add("Mia", Role.MANAGER);
    Visitor abe = company.add("Abe", Role.AGENT);
    Map<String, ?> change =
        Map.of(
            "teams",
            List.of("Refunds"),
            "languages",
            List.of("en", "nb"),
            "skills",
            List.of(Map.of("name", "Refunds", "level", 4)),
            "capacity",
            2,
            "zone",
            "Europe/Oslo",
            "shifts",
            "Mon-Fri 09:00-17:00");
    assertThat(abe.call(path("Abe", "/profile"), change).status()).isEqualTo(403);
    JsonNode now = mia.call(path("Abe", "/profile"), change).json();
    assertThat(now.path("shifts").asString("")).isEqualTo("Mon-Fri 09:00-17:00");
    assertThat(now.path("skills").path(0).path("name").asString("")).isEqualTo("refunds");
    assertThat(now.has("login")).as("for those who manage people only").isFalse();
    assertThat(company.ada.get(path("Abe", "")).text("login")).isEqualTo("abe");
    assertThat(mia.call(path("Abe", "/profile"), Map.of("capacity", 3)).json().path("teams").size())
        .as("what is left out stays")
        .isEqualTo(1);
    Answer wrong = mia.call(path("Abe", "/profile"), Map.of("shifts", "Moonday 9-5"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("detail")).contains("is no shift");
    JsonNode found = abe.get("/api/v1/people?team=Refunds&q=nb").json().path("items");
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.path(0).path("name").asString("")).isEqualTo("Abe");
    assertThat(abe.get("/api/v1/people?limit=1").json().path("next").asString("")).isNotEmpty();
    assertThat(abe.get("/api/v1/people?presence=asleep").status()).isEqualTo(400);
    assertThat(abe.get("/api/v1/people/999999").status()).isEqualTo(404);
  }

  @Test
  void oneSaysOneselfWhatOneKnowsAndALeadCorrectsIt() throws Exception {
    Visitor nia = company.add("Nia", Role.AGENT);
    Visitor lou = company.add("Lou", Role.LEAD);
    Map<String, ?> much = Map.of("skills", List.of(Map.of("name", "Refunds", "level", 5)));
    JsonNode now = nia.call("/api/v1/people/me/knows", much).json();
    assertThat(now.path("skills").path(0).path("level").asInt()).isEqualTo(5);
    now = nia.call("/api/v1/people/me/knows", Map.of("languages", List.of("de", "en"))).json();
    assertThat(now.path("languages").size()).isEqualTo(2);
    assertThat(now.path("skills").size()).as("what is left out stays").isEqualTo(1);
    Map<String, ?> less = Map.of("skills", List.of(Map.of("name", "refunds", "level", 2)));
    assertThat(nia.call(path("Lou", "/knows"), less).status()).isEqualTo(403);
    assertThat(nia.call("/api/v1/people/me/knows", Map.of("agent", "Lou")).status()).isEqualTo(403);
    now = lou.call(path("Nia", "/knows"), less).json();
    assertThat(now.path("skills").path(0).path("level").asInt()).isEqualTo(2);
    Answer wrong = nia.call("/api/v1/people/me/knows", Map.of("languages", List.of("klingonish!")));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("detail")).contains("is no language");
    assertThat(lou.call("/api/v1/people/999999/knows", less).status()).isEqualTo(404);
  }

  @Test
  void oneSaysOneselfWhetherOneWorksAndTakingACaseSaysItToo() throws Exception {
    Visitor pia = company.add("Pia", Role.AGENT);
    assertThat(pia.get("/api/v1/people/me").text("presence")).isEqualTo("off");
    Answer away = pia.call("/api/v1/people/me/presence", Map.of("presence", "away"));
    assertThat(away.text("presence")).isEqualTo("away");
    assertThat(
            pia.call("/api/v1/people/me/presence", Map.of("presence", "working", "agent", "Ada"))
                .status())
        .isEqualTo(403);
    assertThat(claim(pia, company.newCase(TestServer.newBrand())).status()).isEqualTo(200);
    JsonNode me = pia.get("/api/v1/people/me").json();
    assertThat(me.path("presence").asString("")).isEqualTo("working");
    assertThat(me.path("held").asInt()).isEqualTo(1);
    String reader =
        company
            .ada
            .call("/api/v1/keys", Map.of("name", "r", "scopes", List.of("read")))
            .text("key");
    company.script(
        "/api/v1/cases/%d/note".formatted(company.newCase(TestServer.newBrand())),
        Map.of("agent", "Pia", "text", "the end of Pia"));
    assertThat(EventTexts.read(company, reader, "Pia", "case.noteAdded"))
        .contains("person.presenceChanged", "\"from\": \"off\"")
        .doesNotContain("person.added");
  }

  @Test
  void whoIsFullTakesNoMoreAndIsGivenNoMore() throws Exception {
    Visitor fay = company.add("Fay", Role.AGENT);
    Visitor gus = company.add("Gus", Role.AGENT);
    company.script(path("Fay", "/profile"), Map.of("capacity", 1));
    company.script(path("Gus", "/profile"), Map.of("capacity", 1));
    long first = company.newCase(TestServer.newBrand());
    long second = company.newCase(TestServer.newBrand());
    long token = claim(fay, first).number("token");
    Answer full = claim(fay, second);
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.text("type")).endsWith("at-capacity");
    assertThat(full.text("person")).isEqualTo("Fay");
    assertThat(full.number("held")).isEqualTo(1);
    assertThat(full.number("capacity")).isEqualTo(1);
    claim(gus, second);
    Answer given =
        fay.call("/api/v1/cases/%d/transfer".formatted(first), Map.of("token", token, "to", "Gus"));
    assertThat(given.text("type")).endsWith("at-capacity");
    assertThat(given.text("detail")).contains("Gus holds as much as they can, 1 of 1");
    assertThat(company.ada.get("/api/v1/cases/" + first).body()).contains("\"Fay\"");
    assertThat(
            fay.call("/api/v1/cases/%d/release".formatted(first), Map.of("token", token)).status())
        .isEqualTo(200);
    assertThat(company.script(claimPath(first), Map.of("agent", "made up")).status())
        .as("a name that nobody knows has no limits")
        .isEqualTo(200);
  }

  private static String claimPath(long caseId) {
    return "/api/v1/cases/%d/claim".formatted(caseId);
  }

  @Test
  void volunteersAnswerWhatALeadHasCertifiedThemFor() throws Exception {
    Visitor lea = company.add("Lea", Role.LEAD);
    Visitor vera = company.add("Vera", Role.AGENT);
    Map<String, ?> topic = Map.of("topic", "Baggage");
    assertThat(vera.call("/api/v1/people/me/opt-in", topic).status())
        .as("no volunteer")
        .isEqualTo(409);
    company.script(path("Vera", "/profile"), Map.of("volunteer", true));
    assertThat(vera.call("/api/v1/people/me/opt-in", topic).status()).isEqualTo(200);
    long id = company.newCase(TestServer.newBrand());
    Answer refused = claim(vera, id);
    assertThat(refused.text("type")).endsWith("not-certified");
    tag(id, "baggage");
    assertThat(claim(vera, id).text("topic")).isEqualTo("baggage");
    assertThat(vera.call(path("Vera", "/certify"), topic).status()).isEqualTo(403);
    assertThat(lea.call(path("Vera", "/certify"), Map.of("topic", "refunds")).status())
        .as("not opted in")
        .isEqualTo(409);
    JsonNode certified = lea.call(path("Vera", "/certify"), topic).json().path("topics").path(0);
    assertThat(certified.path("certifiedBy").asString("")).isEqualTo("Lea");
    long token = claim(vera, id).number("token");
    lea.call(path("Vera", "/withdraw"), topic);
    long last = company.ada.get("/api/v1/cases/" + id).number("lastPost");
    Answer reply =
        vera.call(
            "/api/v1/cases/%d/reply".formatted(id),
            Map.of("text", "we look for it", "token", token, "seenThrough", last));
    assertThat(reply.text("type")).as("withdrawn meanwhile").endsWith("not-certified");
    company.script(path("Lea", "/profile"), Map.of("volunteer", true, "topics", List.of("delay")));
    assertThat(lea.call(path("Lea", "/certify"), Map.of("topic", "delay")).text("detail"))
        .contains("Nobody certifies themselves");
    assertThat(
            EventTexts.read(company, ClosedCompany.SCRIPT, "Vera", "person.certificationWithdrawn"))
        .contains("person.optedIn", "person.certified", "person.certificationWithdrawn");
  }

  private void tag(long caseId, String intent) throws Exception {
    long post =
        company.ada.get("/api/v1/cases/" + caseId).json().path("posts").path(0).path("id").asLong();
    Answer tagged =
        company.script(
            "/api/v1/posts/%d/tag".formatted(post), Map.of("agent", "Ada", "intent", intent));
    assertThat(tagged.status()).as(tagged.toString()).isEqualTo(200);
  }

  @Test
  void teamsAreMadeRenamedAndRemoved() throws Exception {
    Visitor max = company.add("Max", Role.MANAGER);
    long team = max.call("/api/v1/teams", Map.of("name", "Night desk")).number("id");
    assertThat(max.call("/api/v1/teams", Map.of("name", "Night desk")).status()).isEqualTo(409);
    assertThat(max.call("/api/v1/teams", Map.of("name", " ")).text("detail"))
        .contains("1 to 80 characters");
    String path = "/api/v1/teams/%d/".formatted(team);
    assertThat(max.call(path + "rename", Map.of("name", "Owls")).status()).isEqualTo(200);
    assertThat(max.get("/api/v1/teams").body()).contains("\"Owls\"");
    assertThat(max.call(path + "remove", Map.of()).status()).isEqualTo(200);
    assertThat(max.call(path + "remove", Map.of()).status()).isEqualTo(404);
  }

  private Answer file(String query, String body) throws Exception {
    return company.server.api.send(
        company
            .server
            .api
            .request("/api/v1/people/import" + query)
            .header("Authorization", "Bearer " + ClosedCompany.SCRIPT)
            // As curl calls a body of which nobody says what it is.
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void aFileBringsPeopleInOnceAndNamesItsBadLines() throws Exception {
    String csv =
        """
        name,login,role,teams,languages,skills,capacity,shifts,volunteer_topics
        Ula,ula,lead,Owls,en;de,refunds:4,6,Europe/Berlin Mon-Fri 09:00-17:00,
        Wim,wim,volunteer,,en,,,,baggage
        Xan,ula,agent,,,,,,
        Ada,ada2,agent,,,,,,
        Yul,yul,agent,,xyzzy,,,,
        """;
    Answer look = file("?dryRun=true", csv);
    assertThat(look.number("added")).isEqualTo(2);
    assertThat(look.json().path("links").size()).isZero();
    assertThat(company.accounts().people().all()).noneMatch(who -> who.name().equals("Ula"));

    Answer done = file("", csv);
    assertThat(done.number("read")).isEqualTo(5);
    assertThat(done.number("added")).isEqualTo(2);
    JsonNode rejected = done.json().path("rejected");
    assertThat(rejected.size()).isEqualTo(3);
    assertThat(rejected.toString())
        .contains("line 2 has the same login", "somebody of that name", "is no language");
    String link = done.json().path("links").path(0).path("link").asString("");
    assertThat(company.visitor().get(link.replaceFirst("^https?://[^/]+", "")).body())
        .contains("Ula");
    JsonNode ula = company.ada.get(path("Ula", "")).json();
    assertThat(ula.path("role").asString("")).isEqualTo("lead");
    assertThat(ula.path("capacity").asInt()).isEqualTo(6);
    assertThat(company.ada.get(path("Wim", "")).json().path("volunteer").asBoolean()).isTrue();

    Answer again = file("", csv);
    assertThat(again.number("added") + again.number("changed")).isZero();
    assertThat(again.number("unchanged")).isEqualTo(2);
    assertThat(again.json().path("links").size()).isZero();

    Answer other = file("", "login,name,role\nula,Ula,agent\nwim,Wim Other,\n");
    assertThat(other.number("changed")).isEqualTo(1);
    assertThat(other.body()).contains("a file can't rename people");
    assertThat(company.ada.get(path("Ula", "")).text("role")).isEqualTo("agent");
    assertThat(company.ada.get(path("Ula", "")).json().path("capacity").asInt()).isEqualTo(6);
    assertThat(file("", "what,ever\n").text("detail")).contains("no file of people");
    assertThat(company.add("Zoe", Role.MANAGER).call("/api/v1/people/import", Map.of()).status())
        .isEqualTo(403);
  }
}
